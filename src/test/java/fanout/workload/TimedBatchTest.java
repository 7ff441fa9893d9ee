package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimedBatchTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Batch batch = new Batch(3, 0, true);

    @Test
    void latencyCountsFromTheBeginningOfTheRequestAndSojournFromThatOfTheBatch() throws InterruptedException {
        long start = System.nanoTime();
        Thread.sleep(20);
        batch.begin(1);
        Thread.sleep(10);
        answer(1);
        long end = System.nanoTime() + MILLI; // the batch began a moment before `start`

        assertThat(batch.latencyNanos(1)).isBetween(10 * MILLI, end - start - 20 * MILLI);
        assertThat(batch.sojournNanos(1)).isGreaterThanOrEqualTo(30 * MILLI);
        assertThat(batch.sojournNanos(1) - batch.latencyNanos(1)).isGreaterThanOrEqualTo(20 * MILLI);
    }

    @Test
    void noLatencyIsLongerThanItsSojournNorNegative() {
        Batch large = new Batch(100_000, 0, true);
        IntStream.range(0, large.size()).parallel().forEach(id -> {
            large.begin(id);
            large.answer(id, 200, json(id));
        });
        large.verify();
        for (int id = 0; id < large.size(); id++) {
            assertThat(large.latencyNanos(id)).isBetween(0L, large.sojournNanos(id));
        }
    }

    @Test
    void anAnswerToARequestThatNeverBeganFails() {
        batch.begin(0);
        answer(0);
        answer(2);
        assertThatThrownBy(batch::verify)
                .isInstanceOf(BatchFailedException.class)
                .hasMessage("GET /user/2: answered, but never begun");
    }

    @Test
    void aRequestThatBeginsTwiceFails() {
        batch.begin(2);
        batch.begin(2);
        assertThatThrownBy(batch::verify).hasMessage("GET /user/2: begun twice");
    }

    @Test
    void aBatchWithoutTimesNeedsNoBeginningOfRequests() {
        Batch plain = new Batch(1);
        plain.answer(0, 200, json(0));
        assertThat(plain.verify()).isSameAs(plain);
    }

    private void answer(int id) {
        batch.answer(id, 200, json(id));
    }

    private static byte[] json(int id) {
        return ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8);
    }
}
