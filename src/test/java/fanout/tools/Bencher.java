package fanout.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * bencherdev/bencher with {@code --adapter java_jmh}, commit 8d75325c. A file in which anything is amiss is refused
 * whole.
 *
 * <p>The fields are those of {@code Jmh}, {@code Benchmark}, {@code PrimaryMetric} and {@code ScoreConfidence} in
 * {@code lib/bencher_adapter/src/adapters/java/jmh.rs}, none of them optional. Numbers are read by
 * {@code rust_decimal::serde::float}, which has no NaN, and nothing above 2^96; units by {@code parse_units} in
 * {@code adapters/util.rs}; a name's length is limited in {@code lib/bencher_valid/src/benchmark_name.rs}. The name is
 * the method's alone: {@code AdapterResults::new} in {@code results/adapter_results.rs} keeps the last entry of each.
 * It reads no secondary metric, and of the mode only what the unit says.
 */
public final class Bencher extends Tool {
    private static final Map<String, Shape> FIELDS = Map.of(
            "/benchmark", Shape.TEXT,
            "/primaryMetric/score", Shape.NUMBER,
            "/primaryMetric/scoreConfidence", Shape.INTERVAL,
            "/primaryMetric/scoreUnit", Shape.TEXT,
            "/secondaryMetrics", Shape.OBJECT);

    private static final Pattern UNIT = Pattern.compile("(ps|ns|μs|µs|us|ms|s)/op|ops/(ps|ns|μs|µs|us|ms|s)");
    private static final int LONGEST_NAME = 1024;
    private static final double TOO_LARGE = Math.pow(2, 96);

    @Override
    Map<String, Shape> fields(JsonNode entry) {
        return FIELDS;
    }

    @Override
    String name(JsonNode entry) {
        return entry.path("benchmark").asText();
    }

    @Override
    List<String> mistaken(JsonNode entry) {
        List<String> mistaken = new ArrayList<>();
        String unit = entry.at("/primaryMetric/scoreUnit").asText();
        if (!UNIT.matcher(unit).matches()) {
            mistaken.add("/primaryMetric/scoreUnit is of no unit that it knows: " + unit);
        }
        if (name(entry).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            mistaken.add("/benchmark is too long");
        }
        for (String number : List.of("score", "scoreConfidence/0", "scoreConfidence/1")) {
            if (Math.abs(entry.at("/primaryMetric/" + number).asDouble()) >= TOO_LARGE) {
                mistaken.add("/primaryMetric/" + number + " is too large");
            }
        }
        return mistaken;
    }
}
