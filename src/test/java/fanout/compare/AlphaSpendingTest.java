package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlphaSpendingTest {
    private static final int RUNS = 20_000;

    @Test
    void theOverallPIsTheLevelAtWhichTheTestJustRejects() {
        for (int look = 1; look <= AlphaSpending.MOST_LOOKS; look++) {
            for (double alpha = 0.9; alpha > 1e-6; alpha *= 0.7) {
                double level = AlphaSpending.nominal(alpha, look);

                assertThat(level).isLessThanOrEqualTo(alpha).isPositive();
                assertThat(AlphaSpending.overall(level, look)).isBetween(alpha * 0.99, Math.max(alpha * 1.01, 0.001));
            }
        }
    }

    @Test
    void aSmallerPIsSmallerOverAllLooks() {
        for (int look = 1; look <= AlphaSpending.MOST_LOOKS; look++) {
            for (double p = 0.99; p > 1e-7; p *= 0.8) {
                assertThat(AlphaSpending.overall(p * 0.8, look)).isLessThanOrEqualTo(AlphaSpending.overall(p, look));
                assertThat(AlphaSpending.overall(p, look)).isBetween(p, 1.0);
            }
        }
    }

    /** Whoever stops at the first p below 5 % finds a change in every fifth run without one; by these levels few do. */
    @Test
    void falseAlarmsOfAllLooksTogetherStayBelowAlpha() {
        SplittableRandom random = new SplittableRandom(5);
        int naive = 0;
        int spent = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] rounds =
                    random.doubles(20).map(each -> random.nextGaussian() * 0.02).toArray();
            naive += stops(rounds, 0) ? 1 : 0;
            spent += stops(rounds, 1) ? 1 : 0;
        }
        assertThat((double) naive / RUNS).isGreaterThan(0.15);
        assertThat((double) spent / RUNS).isBetween(0.03, 0.05);
    }

    private static boolean stops(double[] rounds, int looking) {
        return IntStream.rangeClosed(3, rounds.length)
                .anyMatch(n -> Effect.paired(IntStream.range(0, n)
                                        .mapToDouble(i -> rounds[i])
                                        .toArray())
                                .lookedAt(looking * (n - 2))
                                .p()
                        < 0.05);
    }

    @Test
    void anIntervalThatWasLookedAtEndsAtNoDifferenceWhereItsPIsAlpha() {
        Effect effect = new Effect(0.03, 0.01, 7, 8).lookedAt(6);

        assertThat(Math.log1p(effect.low(1 - effect.p()))).isCloseTo(0, within(1e-6));
        assertThat(effect.halfWidth(0.95)).isGreaterThan(new Effect(0.03, 0.01, 7, 8).halfWidth(0.95));
    }
}
