package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.study.RatioInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ChecksCostStudy} has published is {@code unchanged} at 1 %, and the text says what its rows say. */
class PublishedChecksCostTest {
    @ParameterizedTest
    @ValueSource(strings = {"blockingThreadPool", "semaphoreAsync"})
    void theChecksCostLessThanOnePercent(String strategy) throws IOException {
        RatioInterval cost = RatioInterval.of(
                Files.readAllLines(ChecksCostStudy.FILE).stream()
                        .map(line -> line.split(","))
                        .filter(fields -> fields[0].equals(strategy))
                        .mapToDouble(fields -> Double.parseDouble(fields[5])),
                0.90);

        assertThat(cost.low()).isGreaterThan(1 / 1.01);
        assertThat(cost.high()).isLessThan(1.01);
        assertThat(Path.of("results", "README.md"))
                .content()
                .contains("`" + strategy + "` " + percent(cost.ratio()) + " (90 %: " + percent(cost.low()) + " to "
                        + percent(cost.high()) + ")");
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * (ratio - 1));
    }
}
