package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Many forks against few: the few may happen to be all in one of two modes, and then scatter far too little. */
class UnequalForksTest {
    private static final int RUNS = 2000;

    private final RandomGenerator random = new SplittableRandom(1);

    @Test
    void thirtyForksInTwoModesAgainstThreeRaiseNoMoreAlarmsThanPromised() {
        int alarms = 0;
        int welchAlarms = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] baseline = inTwoModes(30);
            double[] candidate = inTwoModes(3);
            Effect effect = Effect.unpaired(baseline, candidate);
            alarms += effect.p() < 0.05 ? 1 : 0;
            welchAlarms += Effect.welch(baseline, candidate).p(effect.difference()) < 0.05 ? 1 : 0;
        }
        assertThat(welchAlarms).isGreaterThan(RUNS / 10);
        assertThat(alarms).isLessThan(RUNS / 20);
    }

    /** Three forks of ten are 4.6 % slow, and both modes scatter by 0.7 %. */
    private double[] inTwoModes(int forks) {
        return DoubleStream.generate(() -> (random.nextInt(10) < 3 ? 0.046 : 0) + 0.0066 * random.nextGaussian())
                .limit(forks)
                .toArray();
    }

    /** Welch's error is the smaller here, and has the fewer degrees of freedom: the pooled one is wider until 95 %. */
    @Test
    void theWiderIntervalCountsAtEachConfidence() {
        Effect effect = new Effect(0.01, List.of(new StandardError(1, 2), new StandardError(2, 31)), 0);

        assertThat(effect.halfWidth(0.90)).isCloseTo(2 * 1.6955, within(0.001));
        assertThat(effect.halfWidth(0.999)).isCloseTo(31.599, within(0.001));
        assertThat(effect.standardError()).isEqualTo(2);
    }

    @Test
    void theLargerPIsTheOneOfTheWiderInterval() {
        Effect effect = Effect.unpaired(
                new double[] {0.00, 0.05, 0.01, 0.04, 0.02, 0.03, 0.05}, new double[] {0.060, 0.061, 0.062});

        assertThat(effect.standardErrors()).hasSize(2);
        assertThat(effect.halfWidth(1 - effect.p())).isCloseTo(Math.abs(effect.difference()), within(1e-9));
    }

    @Test
    void equalNumbersOfForksHaveWelchsErrorAlone() {
        double[] some = {0.00, 0.01, 0.05};

        Effect effect =
                Effect.unpaired(some, Arrays.stream(some).map(each -> 2 * each).toArray());

        assertThat(effect.standardErrors()).hasSize(1);
    }
}
