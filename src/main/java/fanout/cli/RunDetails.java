package fanout.cli;

import fanout.results.ForkTrace;
import fanout.results.IterationScore;
import fanout.results.LatencyHistograms;
import fanout.results.Run;
import fanout.results.RunRecord;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the folder of a run holds beside the scores. */
final class RunDetails {
    private static final String FORKS = "forks";

    private final Path path;
    private final RunFolder folder;

    RunDetails(Path path) {
        this.path = path;
        this.folder = new RunFolder(path);
    }

    /** All that a report shows of a folder that can be compared. */
    Run read() throws IOException, UnreadableResultsException {
        RunRecord record = folder.manifest(RunRecord.class);
        List<ForkTrace> traces = new ArrayList<>();
        for (RunRecord.Fork fork : record.forks()) {
            if (fork.isOk()) {
                traces.add(trace(fork, folder.file(fork.file())));
            }
        }
        return new Run(path.toAbsolutePath().normalize().getFileName().toString(), record, traces);
    }

    private static ForkTrace trace(RunRecord.Fork entry, Path json) throws IOException, UnreadableResultsException {
        Path turns = NewFile.withExtension(json, ".turns.json");
        Path log = NewFile.withExtension(json, ".hlog");
        return new ForkTrace(
                entry,
                ResultSource.measured(json),
                Files.exists(turns) ? read(turns, IterationScore::read) : List.of(),
                Files.exists(log) ? read(log, LatencyHistograms::read) : new TreeMap<>());
    }

    private interface Reading<T> {
        T of(InputStream stream, String source) throws IOException, UnreadableResultsException;
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException, UnreadableResultsException {
        try (InputStream stream = Files.newInputStream(file)) {
            return reading.of(stream, file.toString());
        }
    }

    /** The raw data, by their names within the folder: enough for `compare` and `report`. */
    SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        add(files, path, "");
        add(files, path.resolve(FORKS), FORKS + "/");
        return files;
    }

    /** JMH's own objects are what `--resume` needs, and say nothing that JSON and logs don't. */
    private static void add(SortedMap<String, byte[]> files, Path from, String prefix) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") || name.endsWith(".hlog")) {
                    files.put(prefix + name, Files.readAllBytes(file));
                }
            }
        }
    }
}
