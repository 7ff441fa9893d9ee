package fanout.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One benchmark of a made-up JMH JSON file: an average time in ms, of one thread. */
public final class Entry {
    /** {@code Map.of} has another order in each JVM. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ObjectNode json = MAPPER.createObjectNode();

    /** Its {@code rawData} is [fork][iteration]. */
    public Entry(String benchmark, double[]... forks) {
        with("jmhVersion", "1.37")
                .with("benchmark", benchmark)
                .with("mode", "avgt")
                .with("threads", 1);
        with("forks", forks.length).with("jvmArgs", List.of()).with("jdkVersion", "17.0.15");
        with("vmName", "OpenJDK 64-Bit Server VM").with("warmupIterations", 5).with("warmupTime", "1 s");
        with("warmupBatchSize", 1).with("measurementIterations", 4).with("measurementTime", "1 s");
        with("measurementBatchSize", 1).with("primaryMetric", metric("ms/op", forks));
        with("secondaryMetrics", Map.of());
    }

    /** Forks around {@code level}, each of four iterations, that vary by 1 %: the same ones every time. */
    public static double[][] forks(int count, double level, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> level * (1 + 0.01 * random.nextGaussian()))
                .limit(count)
                .map(fork -> random.doubles(4)
                        .map(noise -> fork * (1 + 0.002 * noise))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Map<String, Object> metric(String unit, double[]... forks) {
        return Map.of("score", 1, "scoreUnit", unit, "rawData", forks);
    }

    /** Sets a field, or replaces it. */
    public Entry with(String field, Object value) {
        json.set(field, MAPPER.valueToTree(value));
        return this;
    }

    public Entry without(String field) {
        json.remove(field);
        return this;
    }

    /** Another unit, without another score. */
    public Entry unit(String unit) {
        return primary("scoreUnit", unit);
    }

    /** Sets a field of the primary metric. */
    public Entry primary(String field, Object value) {
        ((ObjectNode) json.get("primaryMetric")).set(field, MAPPER.valueToTree(value));
        return this;
    }

    public Entry withoutRawData() {
        ((ObjectNode) json.get("primaryMetric")).remove("rawData");
        return this;
    }

    public Entry secondary(String name, String unit, double[]... forks) {
        ((ObjectNode) json.get("secondaryMetrics")).set(name, MAPPER.valueToTree(metric(unit, forks)));
        return this;
    }

    /** A secondary metric of a single fork; the metric's score is the mean of its iterations. */
    public Entry secondaryOfOneFork(String name, String unit, double... iterations) {
        secondary(name, unit, iterations);
        ((ObjectNode) json.at("/secondaryMetrics").get(name))
                .put("score", DoubleStream.of(iterations).average().orElse(Double.NaN));
        return this;
    }

    /** A file's text. */
    public static String json(Entry... entries) {
        return Stream.of(entries)
                .map(entry -> entry.json.toPrettyString())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** Writes a file, and the folders above it. */
    public static Path write(Path file, Entry... entries) {
        return write(file, json(entries));
    }

    public static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
