package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmUpRuleTest {
    private static final int LENGTH = 20;

    @Test
    void theWarmUpIsOverWhenTheJitIsAtRest() {
        List<IterationRecord> warmup = warmup(i -> 20, i -> i < 8 ? 600 : 5);

        assertThat(WarmUpRule.iterations(warmup, false)).hasValue(8 + 2);
    }

    /** A warm JVM compiles now and then, too. */
    @Test
    void aLateBurstOfTheJitDoesNotLengthenIt() {
        List<IterationRecord> warmup = warmup(i -> 20, i -> i < 8 ? 1500 : i == 13 || i == 17 ? 900 : 5);

        assertThat(WarmUpRule.iterations(warmup, false)).hasValue(8 + 2);
    }

    @Test
    void scoresThatStillFallLengthenIt() {
        List<IterationRecord> warmup = warmup(i -> i < 10 ? 30 - i : 20, i -> i < 3 ? 600 : 1);

        assertThat(WarmUpRule.iterations(warmup, false).getAsInt()).isBetween(9, 16);
    }

    @Test
    void aRateFallsWhenItsTimesRise() {
        List<IterationRecord> rising = warmup(i -> i < 10 ? 10 + i : 20, i -> i < 3 ? 600 : 1);

        assertThat(WarmUpRule.iterations(rising, true).getAsInt()).isBetween(9, 16);
        assertThat(WarmUpRule.iterations(rising, false)).hasValue(3 + 2);
    }

    /** Bursts of 1.3x in a fifth of the time, as a shared machine has them, are no trend. */
    @Test
    void theNoiseOfASharedMachineSeldomLengthensIt() {
        Random random = new Random(1);
        int longer = 0;
        for (int run = 0; run < 200; run++) {
            List<IterationRecord> warmup = warmup(
                    i -> 20 * (1 + 0.02 * random.nextGaussian()) * (random.nextInt(5) == 0 ? 1.3 : 1),
                    i -> i < 8 ? 600 : 5);
            longer += WarmUpRule.iterations(warmup, false).orElse(99) > 10 ? 1 : 0;
        }
        assertThat(longer).isLessThan(10);
    }

    @Test
    void aJitThatNeverRestsIsNotOver() {
        assertThat(WarmUpRule.iterations(warmup(i -> 20, i -> 500), false)).isEmpty();
    }

    @Test
    void aWarmUpOfWhichNothingIsKnownCantBeTold() {
        assertThat(WarmUpRule.iterations(List.of(), false)).isEmpty();
        assertThat(WarmUpRule.iterations(
                        List.of(new IterationRecord(1, true, "", null, null, null, null, null, null)), false))
                .isEmpty();
    }

    /** Where the JVM does not tell of its JIT the scores decide alone. */
    @Test
    void scoresAloneDecideWhereTheJitIsUnknown() {
        IntFunction<IterationRecord> falling =
                i -> new IterationRecord(i + 1, true, "", 1.0, null, null, null, i < 10 ? 30.0 - i : 20.0, null);
        List<IterationRecord> warmup =
                IntStream.range(0, LENGTH).mapToObj(falling).toList();

        assertThat(WarmUpRule.iterations(warmup, false).getAsInt()).isBetween(9, 16);
    }

    static List<IterationRecord> warmup(IntToDoubleFunction score, IntToDoubleFunction jitMillis) {
        return IntStream.range(0, LENGTH)
                .mapToObj(i -> iteration(i + 1, true, score.applyAsDouble(i), jitMillis.applyAsDouble(i)))
                .toList();
    }

    static IterationRecord iteration(int number, boolean warmup, double score, double jitMillis) {
        JvmWorkRecord work = new JvmWorkRecord((long) jitMillis, 0L, 0L, 0L);
        return new IterationRecord(number, warmup, "", 1.1, null, null, null, score, work);
    }
}
