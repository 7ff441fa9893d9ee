package fanout.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * Each strategy over TLS against itself without: the ratio of the medians of each round's two forks.
 *
 * @param rounds of each strategy, those with {@code http} and those with {@code https}, in ms
 */
record TlsTable(Map<String, Map<String, double[]>> rounds) {
    /** From JMH's JSON of a run that had both schemes. */
    static TlsTable read(byte[] json) throws IOException {
        Map<String, Map<String, double[]>> rounds = new TreeMap<>();
        for (JsonNode entry : new ObjectMapper().readTree(json)) {
            String method = entry.get("benchmark").asText().replaceFirst(".*\\.", "");
            double[] medians = StreamSupport.stream(
                            entry.at("/primaryMetric/rawData").spliterator(), false)
                    .mapToDouble(TlsTable::median)
                    .toArray();
            rounds.computeIfAbsent(method, key -> new TreeMap<>())
                    .put(entry.at("/params/scheme").asText(), medians);
        }
        rounds.values().removeIf(schemes -> schemes.size() < 2);
        return new TlsTable(rounds);
    }

    private static double median(JsonNode iterations) {
        return median(StreamSupport.stream(iterations.spliterator(), false).mapToDouble(JsonNode::asDouble));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String markdown() {
        StringBuilder text =
                new StringBuilder("| | http, ms | https, ms | ratio, of each round |\n|---|---:|---:|---:|\n");
        rounds.forEach((method, schemes) -> {
            double[] plain = schemes.get("http");
            double[] secure = schemes.get("https");
            double[] ratios = new double[plain.length];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = secure[round] / plain[round];
            }
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f | %.2f (%.2f to %.2f) |\n",
                    method,
                    median(DoubleStream.of(plain)),
                    median(DoubleStream.of(secure)),
                    median(DoubleStream.of(ratios)),
                    DoubleStream.of(ratios).min().orElseThrow(),
                    DoubleStream.of(ratios).max().orElseThrow()));
        });
        return text.toString();
    }
}
