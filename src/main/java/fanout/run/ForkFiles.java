package fanout.run;

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

/** The files of single forks: what JMH says of each, in its two forms, its latencies, and its turns with their scores. */
final class ForkFiles {
    private final Path folder;

    /** @param folder of the run */
    ForkFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes those of one fork; returns the name of its JSON, relative to the run's folder. */
    String write(int number, FinishedFork fork) throws IOException {
        String json = FileNames.fork(number);
        BenchmarkResult result =
                JmhResults.labelled(fork.result(), fork.arm().jvm().label());
        AtomicFile.write(beside(json, FileNames.JMH_OBJECTS), JmhResults.pack(Latencies.removed(result)));
        Optional<byte[]> latencies = LatencyLog.of(result);
        if (latencies.isPresent()) {
            AtomicFile.write(beside(json, FileNames.HISTOGRAMS), latencies.get());
        }
        AtomicFile.write(
                beside(json, FileNames.ITERATIONS),
                IterationRecord.toJson(fork.turns().stream().map(Turn::toRecord).toList()));
        AtomicFile.write(folder.resolve(json), flush(JmhResults.json(List.of(result))));
        return json;
    }

    /** The same JSON without its indentation, which is half of it. JMH has no line break within a string. */
    private static byte[] flush(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.replaceAll("(?m)^ +", "").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a fork measured.
     *
     * @param json the name of its JSON
     * @throws IOException that names the file which is missing or broken
     */
    BenchmarkResult read(String json) throws IOException {
        BenchmarkResult result = read(beside(json, FileNames.JMH_OBJECTS), JmhResults::unpack);
        return Latencies.areMissing(result)
                ? read(beside(json, FileNames.HISTOGRAMS), log -> Latencies.restored(result, log))
                : result;
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

    private Path beside(String json, String extension) {
        return folder.resolve(FileNames.withExtension(json, extension));
    }
}
