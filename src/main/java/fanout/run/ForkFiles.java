package fanout.run;

import fanout.host.PackedResult;
import fanout.record.AtomicFile;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import fanout.record.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * Writes and reads the files of each fork: JMH's result as JSON and as JMH's own objects, the latencies, and the turns
 * with their scores.
 */
final class ForkFiles {
    private final Path folder;

    /** @param folder of the run */
    ForkFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The files of one fork.
     *
     * @param json the name of its JSON, relative to the run's folder
     * @param sha256 that of each file, by name
     */
    record Written(String json, SortedMap<String, String> sha256) {}

    /** Writes the files of one fork, its JSON last. */
    Written write(int number, FinishedFork fork) throws IOException {
        String json = FileNames.fork(number);
        SortedMap<String, String> sha256 = new TreeMap<>();
        BenchmarkResult result =
                JmhResults.labelled(fork.result(), fork.arm().setup().label());
        byte[] objects = PackedResult.pack(Latencies.removed(result));
        write(FileNames.withExtension(json, FileNames.JMH_OBJECTS), objects, sha256);
        Optional<byte[]> latencies = LatencyLog.of(result);
        if (latencies.isPresent()) {
            write(FileNames.withExtension(json, FileNames.HISTOGRAMS), latencies.get(), sha256);
        }
        byte[] iterations =
                IterationRecord.toJson(fork.turns().stream().map(Turn::toRecord).toList());
        write(FileNames.withExtension(json, FileNames.ITERATIONS), iterations, sha256);
        write(json, unindented(JmhResults.json(List.of(result))), sha256);
        return new Written(json, sha256);
    }

    private void write(String name, byte[] content, SortedMap<String, String> sha256) throws IOException {
        AtomicFile.write(folder.resolve(name), content);
        sha256.put(name, Sha256.of(content));
    }

    /**
     * Checks that the files of a fork are as they were written.
     *
     * @throws IOException if one is missing or damaged; the message names it
     */
    void requireIntact(ForkRecord fork) throws IOException {
        for (String name :
                fork.sha256() == null ? Set.<String>of() : fork.sha256().keySet()) {
            Path file = folder.resolve(name);
            byte[] content = read(file, bytes -> bytes);
            try {
                fork.requireIntact(name, content);
            } catch (IOException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
    }

    /** The same JSON without its indentation, which is half of it. JMH writes no line break within a string. */
    private static byte[] unindented(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.replaceAll("(?m)^ +", "").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what a fork measured.
     *
     * @param json the name of its JSON
     * @throws IOException if a file is missing or broken; the message names it
     */
    BenchmarkResult read(String json) throws IOException {
        BenchmarkResult result = read(sibling(json, FileNames.JMH_OBJECTS), PackedResult::unpack);
        return Latencies.areMissing(result)
                ? read(sibling(json, FileNames.HISTOGRAMS), log -> Latencies.restored(result, log))
                : result;
    }

    /** The iterations of a fork; none if the file that has them is missing or broken, since nothing rests on them. */
    List<IterationRecord> iterations(String json) {
        try {
            return IterationRecord.read(Files.readAllBytes(sibling(json, FileNames.ITERATIONS)));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file + ": is missing or broken (" + e + ")", e);
        }
    }

    private interface Reading<T> {
        T of(byte[] bytes) throws IOException;
    }

    private Path sibling(String json, String extension) {
        return folder.resolve(FileNames.withExtension(json, extension));
    }
}
