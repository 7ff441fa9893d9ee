package fanout.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;

/** The files of single forks: what JMH says of each, in its two forms, its latencies, and its turns with their scores. */
final class ForkFiles {
    static final String FOLDER = "forks";
    private static final String JSON = ".json";
    private static final String PACKED = ".jmh";
    private static final String LATENCIES = ".hlog";
    private static final String TURNS = ".turns.json";

    private final Path folder;

    /** @param folder of the run */
    ForkFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes those of one fork; returns the name of its JSON, relative to the run's folder. */
    String write(int number, FinishedFork fork) throws IOException {
        String name = String.format(Locale.ROOT, "%s/%04d", FOLDER, number);
        BenchmarkResult result =
                JmhResults.labelled(fork.result(), fork.arm().jvm().label());
        AtomicFile.write(file(name + PACKED), JmhResults.pack(Latencies.removed(result)));
        Optional<byte[]> latencies = LatencyLog.of(result);
        if (latencies.isPresent()) {
            AtomicFile.write(file(name + LATENCIES), latencies.get());
        }
        AtomicFile.write(file(name + TURNS), TurnsJson.of(fork.turns()));
        AtomicFile.write(file(name + JSON), flush(JmhResults.json(List.of(result))));
        return name + JSON;
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
        BenchmarkResult result = read(json.replace(JSON, PACKED), JmhResults::unpack);
        return Latencies.areMissing(result)
                ? read(json.replace(JSON, LATENCIES), log -> Latencies.restored(result, log))
                : result;
    }

    private BenchmarkResult read(String name, Reading reading) throws IOException {
        Path file = file(name);
        try {
            return reading.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file + ": is missing or broken (" + e + ")", e);
        }
    }

    private interface Reading {
        BenchmarkResult of(byte[] bytes) throws IOException;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
