package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link WrkStudy} has published: the floor takes at most 1.10 times the time of wrk, and the text says so. */
class PublishedWrkTest {
    @ParameterizedTest
    @CsvSource({"2, batches of 1000", "3, batches of 100000"})
    void theFloorIsNearWrk(int column, String what) throws IOException {
        RatioInterval ratio = RatioInterval.of(
                Files.readAllLines(WrkStudy.FILE).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .mapToDouble(fields -> Double.parseDouble(fields[column]) / Double.parseDouble(fields[1])),
                0.95);

        assertThat(ratio.ratio()).isLessThan(1.10);
        assertThat(Path.of("results", "README.md"))
                .content()
                .contains(String.format(
                        Locale.ROOT,
                        "%.3f times (%.3f to %.3f) in %s",
                        ratio.ratio(),
                        ratio.low(),
                        ratio.high(),
                        what));
    }
}
