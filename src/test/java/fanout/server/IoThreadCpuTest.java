package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import fanout.workload.UserBody;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How busy a server's I/O threads are, measured of a server that is busy, and of one that is not. */
@Timeout(60)
class IoThreadCpuTest {
    private static final long BURN_NANOS = 50_000_000;
    private static final int REQUESTS = 10;

    @Test
    void whatTheHandlerTakesIsSeenAndNothingElse() throws Exception {
        LongFunction<ByteBuffer[]> bodies = new BodyBuffers(new UserBody(0))::of;
        try (MockServer burning = MockServer.start(settings(), id -> burnThen(bodies.apply(id)));
                MockServer idle = MockServer.start(settings())) {
            assertThat(burning.busiestIoNanos()).as("never reset").isEmpty();
            burning.resetCounters();
            idle.resetCounters();

            send(burning);

            long busy = burning.busiestIoNanos().orElseThrow();
            assertThat(busy).isBetween(REQUESTS * BURN_NANOS, 2 * REQUESTS * BURN_NANOS);
            assertThat(idle.busiestIoNanos().orElseThrow()).isLessThan(busy / 10);

            burning.resetCounters();
            assertThat(burning.busiestIoNanos().orElseThrow()).isLessThan(busy / 10);
        }
    }

    /** The process measures itself. */
    @NeedsJvm
    @Test
    void aForkedServerSaysHowBusyItWas() throws Exception {
        try (ForkedServer server = ForkedServer.start(settings())) {
            assertThat(server.busiestIoNanos()).as("never reset").isEmpty();
            server.resetCounters();
            send(server);
            long nanos = server.busiestIoNanos().orElseThrow();
            assertThat(nanos).isBetween(1_000L, 10_000_000_000L);

            server.resetCounters();
            assertThat(server.busiestIoNanos().orElseThrow()).isLessThan(nanos);
        }
    }

    private static ServerSettings settings() {
        return new ServerSettings("127.0.0.1", 0, 3, 0, 0);
    }

    private static void send(GatedServer server) throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            for (int id = 0; id < REQUESTS; id++) {
                assertThat(connection.get("/user/" + id).status()).isEqualTo(200);
            }
        }
    }

    private static ByteBuffer[] burnThen(ByteBuffer... answer) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + BURN_NANOS;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
