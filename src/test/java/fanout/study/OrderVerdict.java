package fanout.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One verdict of one run.
 *
 * @param order of the run: turns, forks, jmh
 * @param number of the repeat, from 1
 * @param benchmark its method
 * @param control whether the candidate is the baseline's JVM a second time
 * @param change relative time
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param p that there is no change, by itself
 * @param verdict of compare
 */
record OrderVerdict(
        String order,
        int number,
        String benchmark,
        boolean control,
        double change,
        double low,
        double high,
        double p,
        String verdict) {
    private static final String CONTROL = "-control";

    /** Those of all files {@code <order>-<number>.json} in a folder, each written by {@code compare --format json}. */
    static List<OrderVerdict> readAll(Path folder) throws IOException {
        List<OrderVerdict> repeats = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("(turns|forks|jmh)-\\d+\\.json")) {
                    String[] parts = name.split("[-.]");
                    for (JsonNode verdict :
                            new ObjectMapper().readTree(file.toFile()).get("benchmarks")) {
                        repeats.add(of(parts[0], Integer.parseInt(parts[1]), verdict));
                    }
                }
            }
        }
        return repeats;
    }

    private static OrderVerdict of(String order, int number, JsonNode verdict) {
        return new OrderVerdict(
                order,
                number,
                verdict.get("benchmark").asText().replaceFirst(".*\\.", ""),
                verdict.get("candidate").asText().endsWith(CONTROL),
                verdict.get("change").asDouble(),
                verdict.get("ci").get(0).asDouble(),
                verdict.get("ci").get(1).asDouble(),
                verdict.get("p").asDouble(),
                verdict.get("verdict").asText());
    }

    /** Half of the interval's width, on the scale of logarithms, as a relative change. */
    double halfWidth() {
        return Math.exp((Math.log1p(high) - Math.log1p(low)) / 2) - 1;
    }
}
