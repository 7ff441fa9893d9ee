package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.report.ForkPoints.ForkPoint;
import fanout.results.BenchmarkKey;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private static final BenchmarkKey KEY = new BenchmarkKey("a.B.c", "avgt", new TreeMap<>(), 1);

    private static List<ForkPoint> forks(boolean turns, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(index -> new ForkPoint(KEY, "17", index, scores[index], turns ? index + 1 : null))
                .toList();
    }

    /** Both sides drift in the same way, so the drift is not in their difference. */
    @Test
    void theScatterThatTurnsCancelIsShown() {
        assertThat(Scatter.of(List.of(forks(true, 10, 12, 11, 14), forks(true, 20, 24, 22, 28))))
                .isEqualTo(
                        "forks ±15.4\u00a0% and ±15.4\u00a0%, difference ±22.4\u00a0% unpaired, ±0.0\u00a0% by turns");
    }

    @Test
    void scatterWithoutTurnsHasNoRounds() {
        assertThat(Scatter.of(List.of(forks(false, 10, 12, 11, 14), forks(false, 20, 24, 22, 28))))
                .isEqualTo("forks ±15.4\u00a0% and ±15.4\u00a0%");
    }

    @Test
    void tooFewOrTooManyBenchmarksHaveNoScatter() {
        assertThat(Scatter.of(List.of(forks(true, 10, 12)))).isEmpty();
        assertThat(Scatter.of(List.of())).isEmpty();
        assertThat(Scatter.of(Collections.nCopies(3, forks(true, 10, 12, 11)))).isEmpty();
    }

    @Test
    void aScoreThatIsNotANumberIsNamedInTheScatter() {
        assertThat(Scatter.of(List.of(forks(true, 10, Double.NaN, 11)))).isEqualTo("forks ±?");
    }
}
