package fanout.cli;

import fanout.results.Arm;
import fanout.results.JmhJson;
import fanout.results.Measured;
import fanout.results.Source;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what {@code compare} is given: a JMH JSON file, or the folder of a run. */
final class ResultSource {
    private static final String COMPARISON = "comparison.json";

    private ResultSource() {}

    /**
     * What is in a file, or in a folder.
     *
     * @throws UsageException with one line that names the file and the place, if it does not hold results
     */
    static Source read(Path path) throws UsageException {
        try {
            if (!Files.isDirectory(path)) {
                return Source.ofFiles(path.toString(), List.of(arm(path)));
            }
            return Files.exists(path.resolve(RunFolder.MANIFEST)) ? new RunFolder(path).read() : looseFiles(path);
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IllegalArgumentException e) { // of results that can't be put together
            throw new UsageException(path + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UsageException(e.getFile() + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UsageException(e.getFile() + ": can't be read (permission denied)", e);
        } catch (IOException e) {
            throw new UsageException(path + ": can't be read (" + e.getMessage() + ")", e);
        }
    }

    /** A folder without a manifest: each JSON file in it is an arm, and nothing says that their forks took turns. */
    private static Source looseFiles(Path folder) throws IOException, UnreadableResultsException {
        List<Arm> arms = new ArrayList<>();
        for (Path file : jsonFiles(folder)) {
            arms.add(arm(file));
        }
        if (arms.isEmpty()) {
            throw new UnreadableResultsException(folder.toString(), "has no results in it (*.json)");
        }
        return Source.ofFiles(folder.toString(), arms);
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(COMPARISON))
                    .sorted()
                    .toList();
        }
    }

    private static Arm arm(Path file) throws IOException, UnreadableResultsException {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return Arm.of(name, null, false, measured(file));
    }

    static List<Measured> measured(Path file) throws IOException, UnreadableResultsException {
        try (InputStream json = Files.newInputStream(file)) {
            return JmhJson.read(json, file.toString());
        }
    }
}
