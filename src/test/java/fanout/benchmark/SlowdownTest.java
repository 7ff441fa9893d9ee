package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowdownTest {
    private static final long BATCH_NANOS = 20_000_000;

    @Test
    void aBatchTakesLongerByThisPart() {
        assertThat(nanosAfter(0)).isBetween(0L, BATCH_NANOS / 2);
        // A spin can be preempted, so it is the shortest of some that counts.
        assertThat(shortestNanosAfter(0.5)).isBetween(BATCH_NANOS / 2, BATCH_NANOS * 3 / 4);
        assertThat(shortestNanosAfter(1)).isBetween(BATCH_NANOS, BATCH_NANOS * 5 / 4);
    }

    private static long shortestNanosAfter(double part) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            shortest = Math.min(shortest, nanosAfter(part));
        }
        return shortest;
    }

    private static long nanosAfter(double part) {
        long now = System.nanoTime();
        new Slowdown(part).since(now - BATCH_NANOS);
        return System.nanoTime() - now;
    }

    @Test
    void thePropertyIsANumberFrom0To1() {
        assertThat(Slowdown.parse(null).part()).isZero();
        assertThat(Slowdown.parse("0.03").part()).isEqualTo(0.03);
        assertThat(Slowdown.parse("1").part()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "1.01", "NaN", "3%", "Infinity"})
    void anythingElseIsRefusedInOneLine(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slowdown.parse(value))
                .withMessage("-Dfanout.slowdown is " + value + ", must be a part of a batch's time, 0 to 1");
    }
}
