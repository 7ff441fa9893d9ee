package fanout.run;

import fanout.host.PackedResult;
import fanout.record.AtomicFile;
import fanout.record.FileNames;
import fanout.record.IterationRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** Writes the files of one fork; returns the name of its JSON, relative to the run's folder. */
    String write(int number, FinishedFork fork) throws IOException {
        String json = FileNames.fork(number);
        BenchmarkResult result =
                JmhResults.labelled(fork.result(), fork.arm().setup().label());
        AtomicFile.write(sibling(json, FileNames.JMH_OBJECTS), PackedResult.pack(Latencies.removed(result)));
        Optional<byte[]> latencies = LatencyLog.of(result);
        if (latencies.isPresent()) {
            AtomicFile.write(sibling(json, FileNames.HISTOGRAMS), latencies.get());
        }
        AtomicFile.write(
                sibling(json, FileNames.ITERATIONS),
                IterationRecord.toJson(fork.turns().stream().map(Turn::toRecord).toList()));
        AtomicFile.write(folder.resolve(json), unindented(JmhResults.json(List.of(result))));
        return json;
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

    private static BenchmarkResult read(Path file, Reading reading) throws IOException {
        try {
            return reading.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file + ": is missing or broken (" + e + ")", e);
        }
    }

    private interface Reading {
        BenchmarkResult of(byte[] bytes) throws IOException;
    }

    private Path sibling(String json, String extension) {
        return folder.resolve(FileNames.withExtension(json, extension));
    }
}
