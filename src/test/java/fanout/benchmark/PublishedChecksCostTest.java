package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ChecksCostStudy} has published is {@code unchanged} at 1 %, and the text says what its rows say. */
class PublishedChecksCostTest {
    private static final double THRESHOLD = Math.log(1.01);

    @ParameterizedTest
    @ValueSource(strings = {"blockingThreadPool", "semaphoreAsync"})
    void theChecksCostLessThanOnePercent(String strategy) throws IOException {
        double[] logRatios = Files.readAllLines(ChecksCostStudy.FILE).stream()
                .map(line -> line.split(","))
                .filter(fields -> fields[0].equals(strategy))
                .mapToDouble(fields -> Math.log(Double.parseDouble(fields[5])))
                .toArray();
        double mean = mean(logRatios);
        double halfWidth = halfWidth(logRatios, mean);

        assertThat(List.of(mean - halfWidth, mean + halfWidth)).allMatch(end -> Math.abs(end) < THRESHOLD);
        assertThat(Path.of("results", "README.md"))
                .content()
                .contains("`" + strategy + "` " + percent(mean) + " (90 %: " + percent(mean - halfWidth) + " to "
                        + percent(mean + halfWidth) + ")");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double halfWidth(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double standardError = Math.sqrt(squares / (values.length - 1) / values.length);
        return TDistribution.of(values.length - 1).inverseCumulativeProbability(0.95) * standardError;
    }

    private static String percent(double logRatio) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * Math.expm1(logRatio));
    }
}
