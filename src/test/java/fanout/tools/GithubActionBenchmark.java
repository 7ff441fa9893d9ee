package fanout.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * benchmark-action/github-action-benchmark with {@code tool: 'jmh'}, commit c38cce98.
 *
 * <p>The fields, the name (which a mode is no part of) and its order of parameters are those of {@code
 * extractJmhResult} in {@code src/extract.ts}; {@code collectBenchesPerTestCase} in {@code src/default_index_html.ts}
 * draws what has one name as one line, and {@code biggerIsBetter} in {@code src/write.ts} takes every score of JMH's
 * for a time. It reads neither a score's error nor secondary metrics.
 */
public final class GithubActionBenchmark extends Tool {
    private static final Map<String, Shape> FIELDS = Map.of(
            "/benchmark", Shape.TEXT,
            "/primaryMetric/score", Shape.NUMBER,
            "/primaryMetric/scoreUnit", Shape.TEXT,
            "/measurementIterations", Shape.NUMBER,
            "/forks", Shape.NUMBER,
            "/threads", Shape.NUMBER);

    @Override
    Map<String, Shape> fields(JsonNode entry) {
        return FIELDS;
    }

    @Override
    String name(JsonNode entry) {
        String params = entry.has("params") ? " ( " + entry.get("params") + " )" : "";
        return entry.path("benchmark").asText() + params;
    }

    @Override
    List<String> mistaken(JsonNode entry) {
        String unit = entry.at("/primaryMetric/scoreUnit").asText();
        return unit.startsWith("ops/") ? List.of("/primaryMetric/scoreUnit is of a rate: " + unit) : List.of();
    }
}
