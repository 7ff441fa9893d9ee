package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelaySpreadTest {
    private static final int DRAWS = 100_000;

    @Test
    void withoutASpreadAllWaitAlike() {
        assertThat(draws("none", 7)).containsOnly(7);
        assertThat(DelaySpread.parse("none").mostMillis(7)).isEqualTo(7);
        assertThat(DelaySpread.NONE.waits(0)).isFalse();
    }

    @Test
    void stragglersAreAsManyAsTheirPercentage() {
        int[] draws = draws("stragglers:2.5:300", 1);

        assertThat(Arrays.stream(draws).distinct()).containsExactlyInAnyOrder(1, 300);
        assertThat(Arrays.stream(draws).filter(millis -> millis == 300).count() / (double) DRAWS)
                .isCloseTo(0.025, within(0.002));
        assertThat(DelaySpread.parse("stragglers:2.5:300").mostMillis(1)).isEqualTo(300);
        assertThat(DelaySpread.parse("stragglers:1:5").waits(0)).isTrue();
    }

    /** Of batches of 100 calls that each take 1 s once in 100, 63 % take 1 s. */
    @Test
    void aStragglerHoldsUpMostBatches() {
        DelaySpread spread = DelaySpread.parse("stragglers:1:1000");
        Workload workload = new Workload(100, 100);

        double late = IntStream.range(0, 10_000)
                        .filter(batch -> workload.delayFloorMillis(id -> spread.millis(0, batch, id)) == 1000)
                        .count()
                / 10_000.0;

        assertThat(late).isCloseTo(1 - Math.pow(0.99, 100), within(0.02));
    }

    @Test
    void aLognormalSpreadKeepsTheMean() {
        int[] draws = draws("lognormal:0.5", 100);

        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(100, within(1.0));
        double[] logs = Arrays.stream(draws).mapToDouble(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double variance = Arrays.stream(logs)
                .map(log -> (log - mean) * (log - mean))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.01));
        assertThat(Arrays.stream(draws).max().orElseThrow())
                .isLessThanOrEqualTo(DelaySpread.parse("lognormal:0.5").mostMillis(100));
    }

    @Test
    void theSameRequestOfTheSameBatchWaitsAlike() {
        DelaySpread spread = DelaySpread.parse("lognormal:1");

        assertThat(spread.millis(1000, 3, 7))
                .isEqualTo(DelaySpread.parse("lognormal:1").millis(1000, 3, 7));
        assertThat(IntStream.range(0, 100)
                        .map(id -> spread.millis(1000, 3, id))
                        .distinct()
                        .count())
                .isGreaterThan(90);
        assertThat(IntStream.range(0, 100)
                        .map(batch -> spread.millis(1000, batch, 7))
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    private static int[] draws(String spread, int delayMillis) {
        DelaySpread parsed = DelaySpread.parse(spread);
        return IntStream.range(0, DRAWS)
                .map(i -> parsed.millis(delayMillis, i / 1000, i % 1000))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "None",
                "lognormal",
                "lognormal:0",
                "lognormal:3.1",
                "lognormal:-1",
                "lognormal:1e3",
                "lognormal:NaN",
                "stragglers:1",
                "stragglers:0:10",
                "stragglers:101:10",
                "stragglers:1:0",
                "stragglers:1:60001",
                "stragglers:1:10:1",
                "uniform:1:2"
            })
    void whatIsNoSpreadIsRefused(String text) {
        assertThatThrownBy(() -> DelaySpread.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delaySpread is " + text + ", must be none, lognormal:SIGMA with SIGMA up to 3, or"
                        + " stragglers:PERCENT:MILLIS with MILLIS up to 60000");
    }

    /** Beyond what an int holds it would be below zero. */
    @Test
    void aSpreadOfTheLongestDelayIsNoShorter() {
        assertThat(DelaySpread.parse("lognormal:3").mostMillis(Integer.MAX_VALUE / 2))
                .isGreaterThanOrEqualTo(Integer.MAX_VALUE / 2);
    }

    @Test
    void nothingIsToBeSpreadAroundZero() {
        assertThatThrownBy(() -> DelaySpread.parse("lognormal:1").requireDelay(0))
                .hasMessage("delaySpread is lognormal:1, but delayMillis is 0, must be 1 or more");
        DelaySpread.parse("stragglers:1:10").requireDelay(0);
    }
}
