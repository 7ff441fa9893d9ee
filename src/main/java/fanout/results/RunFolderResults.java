package fanout.results;

import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.HistogramLog;
import fanout.record.IterationRecord;
import fanout.record.JvmRecord;
import fanout.record.MachineKind;
import fanout.record.Manifest;
import fanout.record.MissingChecksums;
import fanout.record.RunFolderReader;
import fanout.record.WarmUpRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The results in the folder of a run over one or more JVMs. The JMH JSON of a fork is parsed only once. */
public final class RunFolderResults {
    private record ForkOfRound(int round, BenchmarkKey benchmark) {}

    private final RunFolderReader folder;
    private final Manifest manifest;
    private final Map<String, List<BenchmarkSamples>> parsed = new HashMap<>();

    private RunFolderResults(RunFolderReader folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest, and checks that the forks' files are as they were written.
     *
     * @throws UnreadableResultsException if it is not one of schema {@value Manifest#SCHEMA}, or a file is missing or
     *     damaged
     */
    public static RunFolderResults open(RunFolderReader folder) throws IOException, UnreadableResultsException {
        Manifest manifest = parsed(folder, FileNames.MANIFEST, folder.manifest(), Manifest::read);
        if (!Manifest.SCHEMA.equals(manifest.schema())) {
            throw broken(folder, "has schema " + manifest.schema() + ", must be " + Manifest.SCHEMA);
        }
        for (ForkRecord fork : manifest.forks()) {
            if (manifest.turns() && fork.round() < 1) {
                throw broken(folder, "has a fork of " + fork.label() + " without a round, though forks took turns");
            }
            requireIntact(folder, fork);
        }
        return new RunFolderResults(folder, manifest);
    }

    /** JMH's own objects are not looked at: a copy of the folder may lack them, and no comparison needs them. */
    private static void requireIntact(RunFolderReader folder, ForkRecord fork)
            throws IOException, UnreadableResultsException {
        for (String name :
                fork.sha256() == null ? Set.<String>of() : fork.sha256().keySet()) {
            if (!name.endsWith(FileNames.JMH_OBJECTS)) {
                if (!folder.hasFile(name)) {
                    throw broken(folder, "names a fork's file that is not there: " + name);
                }
                parsed(folder, name, folder.bytes(name), content -> {
                    fork.requireIntact(name, content);
                    return content;
                });
            }
        }
    }

    /**
     * What a comparison needs: a result set for each JVM that has results, in the manifest's order.
     *
     * @throws UnreadableResultsException with one line that names the file which can't be used
     */
    public LoadedResults source() throws IOException, UnreadableResultsException {
        List<ResultSet> resultSets = new ArrayList<>();
        for (JvmRecord jvm : manifest.jvms()) {
            List<BenchmarkSamples> forks = forks(jvm.label());
            if (!forks.isEmpty()) {
                resultSets.add(ResultSet.of(jvm.label(), manifest.host(), jvm.control(), forks)
                        .startedWith(arm(jvm)));
            }
        }
        return new LoadedResults(
                folder.path(),
                manifest.jvms().stream()
                        .map(jvm -> new RunJvm(jvm.label(), jvm.control()))
                        .toList(),
                manifest.project().jarSha256(),
                manifest.turns(),
                resultSets,
                warnings(),
                MissingChecksums.of(manifest, folder.path()).stream().toList(),
                manifest.judging());
    }

    private List<String> warnings() throws IOException, UnreadableResultsException {
        WarmUpWarnings warmUps = new WarmUpWarnings();
        ServerBottleneck server = new ServerBottleneck();
        List<String> labels =
                manifest.jvms().stream().map(JvmRecord::label).distinct().toList();
        for (String label : labels) {
            for (ForkRecord fork : manifest.forks()) {
                if (fork.label().equals(label)
                        && fork.endedWell()
                        && measured(fork).size() == 1) {
                    BenchmarkSamples samples = measured(fork).get(0);
                    BenchmarkKey key = samples.key();
                    server.add(label, samples);
                    warmUps.add(label, key, warmUp(key), readableIterations(fork));
                }
            }
        }
        return Stream.of(
                        RunDoubts.of(manifest, server).stream(),
                        FailedForks.of(manifest.forks()).stream(),
                        warmUps.lines().stream())
                .flatMap(lines -> lines)
                .map(line -> folder.path() + ": " + line)
                .toList();
    }

    /** None where the file can't be read: no verdict rests on it, and a page, which shows it, says what is wrong. */
    private List<IterationRecord> readableIterations(ForkRecord fork) {
        try {
            return iterations(fork);
        } catch (IOException | UnreadableResultsException e) {
            return List.of();
        }
    }

    private RecordedArm arm(JvmRecord jvm) {
        return jvm.arm() == null
                ? null
                : new RecordedArm(
                        jvm,
                        manifest.server(),
                        manifest.dependencies(),
                        manifest.project().jarSha256());
    }

    private List<BenchmarkSamples> forks(String label) throws IOException, UnreadableResultsException {
        List<BenchmarkSamples> forks = new ArrayList<>();
        Set<ForkOfRound> found = new HashSet<>();
        for (ForkRecord fork : manifest.forks()) {
            if (fork.label().equals(label) && fork.endedWell()) {
                forks.addAll(manifest.turns() ? inRound(fork, found) : measured(fork));
            }
        }
        MachineKind machine = MachineKind.of(manifest.host());
        forks.replaceAll(each -> each.measuredOn(machine));
        return forks;
    }

    /** @param found what was found in the rounds of the same JVM so far; each may have one fork of a benchmark */
    private List<BenchmarkSamples> inRound(ForkRecord fork, Set<ForkOfRound> found)
            throws IOException, UnreadableResultsException {
        Round round = new Round(folder.absolutePath(), fork.round(), manifest.rounds() != null);
        List<BenchmarkSamples> inRound = new ArrayList<>();
        for (BenchmarkSamples measured : measured(fork)) {
            if (measured.primary().forks().size() > 1 || !found.add(new ForkOfRound(fork.round(), measured.key()))) {
                throw broken(
                        folder,
                        "has more than one fork of " + measured.key().benchmark() + " on " + fork.label() + " in round "
                                + fork.round());
            }
            inRound.add(measured.inRound(round));
        }
        return inRound;
    }

    /**
     * What a report shows in addition to the comparison.
     *
     * @throws UnreadableResultsException with one line that names the file which can't be used
     */
    public RunDetails run() throws IOException, UnreadableResultsException {
        List<ForkDetails> traces = new ArrayList<>();
        for (ForkRecord fork : manifest.forks()) {
            if (fork.endedWell()) {
                traces.add(new ForkDetails(fork, measured(fork), iterations(fork), latencies(fork)));
            }
        }
        return new RunDetails(folder.name(), manifest, traces);
    }

    private List<BenchmarkSamples> measured(ForkRecord fork) throws IOException, UnreadableResultsException {
        String name = fork.file();
        if (!folder.hasFile(name)) {
            throw broken(folder, "names a fork's file that is not there: " + name);
        }
        List<BenchmarkSamples> measured = parsed.get(name);
        if (measured == null) {
            measured = JmhJson.read(new ByteArrayInputStream(folder.bytes(name)), folder.path(name)).stream()
                    .map(each -> warmUp(each.key()).isPresent() ? each.learned() : each)
                    .collect(Collectors.toUnmodifiableList()); // List.copyOf does not copy such a list again
            parsed.put(name, measured);
        }
        return measured;
    }

    /** What the run has learned of the warm-up of a benchmark. */
    private Optional<WarmUpRecord> warmUp(BenchmarkKey key) {
        return manifest.warmUp(key.benchmark(), key.mode(), key.params());
    }

    private List<IterationRecord> iterations(ForkRecord fork) throws IOException, UnreadableResultsException {
        String name = FileNames.withExtension(fork.file(), FileNames.ITERATIONS);
        Optional<byte[]> json = folder.find(name);
        return json.isEmpty() ? List.of() : parsed(folder, name, json.get(), IterationRecord::read);
    }

    private SortedMap<String, Histogram> latencies(ForkRecord fork) throws IOException, UnreadableResultsException {
        String name = FileNames.withExtension(fork.file(), FileNames.HISTOGRAMS);
        Optional<byte[]> log = folder.find(name);
        return log.isEmpty() ? new TreeMap<>() : parsed(folder, name, log.get(), HistogramLog::read);
    }

    private interface Format<T> {
        T read(byte[] content) throws IOException;
    }

    private static <T> T parsed(RunFolderReader folder, String name, byte[] content, Format<T> format)
            throws UnreadableResultsException {
        try {
            return format.read(content);
        } catch (IOException e) { // the bytes were read, so they are not in that format
            throw new UnreadableResultsException(folder.path(name), e.getMessage());
        }
    }

    private static UnreadableResultsException broken(RunFolderReader folder, String problem) {
        return new UnreadableResultsException(folder.path(FileNames.MANIFEST), problem);
    }
}
