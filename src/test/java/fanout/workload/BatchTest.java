package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import fanout.testing.Slow;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Batch batch = new Batch(3);

    @Test
    void aBatchIsVerifiedOnceEachRequestIsAnswered() {
        answer(0);
        answer(2);
        assertThatThrownBy(batch::verify).hasMessage("GET /user/1: never answered");
        answer(1);
        assertThat(batch.verify()).isSameAs(batch);
        assertThat(batch.user(1)).isEqualTo(new User(1, null));
    }

    @Test
    void anAnswerThatComesTwiceFails() {
        answer(1);
        answer(1);
        assertThatThrownBy(batch::verify).hasMessage("GET /user/1: answered twice");
    }

    @Test
    void aStatusOtherThan200Fails() {
        batch.answer(1, 201, "{\"id\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(batch.hasFailed()).isTrue();
        assertThatThrownBy(batch::verify).hasMessage("GET /user/1: status 201, not 200");
    }

    @Test
    void anAnswerWithAnotherIdFails() {
        batch.answer(1, 200, "{\"id\":2}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(batch::verify).hasMessage("GET /user/1: the answer is for id 2");
    }

    @Test
    void anAnswerWithAnotherFillerFails() {
        Batch filled = new Batch(3, 30);
        filled.answer(0, 200, new UserBody(30).bytes(0));
        assertThat(filled.hasFailed()).isFalse();
        filled.answer(1, 200, new UserBody(29).bytes(1));
        assertThatThrownBy(filled::verify).hasMessage("GET /user/1: the filler is not as it was sent");
    }

    /** What another server says of a user, or how, is right as well. */
    @Test
    void anAnswerThatIsNotOurServersIsParsed() {
        batch.answer(1, 200, "{ \"name\": \"x\", \"id\": 1 }".getBytes(StandardCharsets.UTF_8));
        assertThat(batch.hasFailed()).isFalse();
        batch.answer(2, 200, "{\"id\":2}x".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(batch::verify).hasMessageStartingWith("GET /user/2: Unrecognized token 'x'");
    }

    /** All that a request costs in this class, with its times. */
    @Test
    void aRequestAllocatesLessThan100Bytes() {
        int requests = 10_000;
        byte[][] bodies = IntStream.range(0, requests)
                .mapToObj(id -> new UserBody(0).bytes(id))
                .toArray(byte[][]::new);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        Batch timed = new Batch(requests, 0, true);
        for (int id = 0; id < requests; id++) {
            timed.begin(id);
            timed.answer(id, 200, bodies[id]);
        }

        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(timed.verify()).isSameAs(timed);
        assertThat(allocated / requests).isBetween(16L, 100L);
    }

    @Test
    void theFirstFailureIsKeptWithItsCause() {
        IOException first = new EOFException();
        batch.fail(2, first);
        batch.fail(1, new IOException("later"));
        answer(0);
        assertThatThrownBy(batch::verify)
                .isInstanceOf(BatchFailedException.class)
                .hasMessage("GET /user/2: EOFException")
                .hasCause(first);
    }

    /** 1 GB would not fit into the heap of a fork. */
    @Slow
    @Test
    void answersOf1MibAreNotKept() {
        int payloadBytes = UserBody.MAX_PAYLOAD_BYTES;
        Batch large = new Batch(1000, payloadBytes);
        long before = usedBytes();
        for (int id = 0; id < large.size(); id++) {
            large.answer(id, 200, new UserBody(payloadBytes).bytes(id));
        }
        assertThat(usedBytes() - before).isLessThan(10L * payloadBytes);
        assertThat(large.verify().user(999)).isEqualTo(new User(999, null));
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void answer(int id) {
        batch.answer(id, 200, ("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8));
    }
}
