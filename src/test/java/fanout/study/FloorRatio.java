package fanout.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One strategy compared with the floor.
 *
 * @param strategy its method
 * @param jvm label of the JVM
 * @param params of the benchmark
 * @param floorMillis score of the floor, in ms
 * @param millis score of the strategy
 * @param ratio of the two, as {@code compare} estimates it
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
record FloorRatio(
        String strategy,
        String jvm,
        Map<String, String> params,
        double floorMillis,
        double millis,
        double ratio,
        double low,
        double high) {
    static final String FLOOR = "socketFloor";

    /** Those of a file that {@code compare --by strategy --baseline socketFloor --format json} has written. */
    static List<FloorRatio> readAll(Path file) throws IOException {
        List<FloorRatio> ratios = new ArrayList<>();
        for (JsonNode verdict : new ObjectMapper().readTree(file.toFile()).get("benchmarks")) {
            if (verdict.get("baseline").asText().equals(FLOOR)) {
                ratios.add(of(verdict));
            }
        }
        return ratios;
    }

    private static FloorRatio of(JsonNode verdict) {
        Map<String, String> params = new TreeMap<>();
        verdict.get("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        return new FloorRatio(
                verdict.get("candidate").asText(),
                verdict.get("jvm").asText(),
                params,
                verdict.get("baselineScore").asDouble(),
                verdict.get("candidateScore").asDouble(),
                1 + verdict.get("change").asDouble(),
                1 + verdict.get("ci").get(0).asDouble(),
                1 + verdict.get("ci").get(1).asDouble());
    }
}
