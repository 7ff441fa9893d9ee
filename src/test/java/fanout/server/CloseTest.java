package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.testing.Slow;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CloseTest {
    private static final int LONGER_THAN_THE_TEST = 600_000;

    @Test
    void closingUnderLoadFreesPortAndThreads() throws Exception {
        MockServer server = MockServer.start(new ServerSettings("127.0.0.1", 0, 3, 0, 10_000));
        AtomicInteger answers = new AtomicInteger();
        List<Thread> load = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            load.add(new Thread(() -> requestUntilRefused(server, answers)));
            load.get(i).start();
        }
        Await.until("the load runs", () -> answers.get() > 1000);
        server.close();
        assertIsGone(server);
        for (Thread thread : load) {
            thread.join();
        }
    }

    @Test
    void closingDropsDelayedRequests() throws Exception {
        MockServer server = MockServer.start(ServerSettings.onLoopback(LONGER_THAN_THE_TEST, 0));
        try (RawConnection first = new RawConnection(server);
                RawConnection second = new RawConnection(server)) {
            first.send(RawConnection.request("GET", "/user/1"));
            second.send(RawConnection.request("GET", "/user/2"));
            Await.inFlight(server, 2);
            server.close();
            assertThat(first.isClosedByServer()).isTrue();
            assertThat(second.isClosedByServer()).isTrue();
            assertThat(server.counters()).isEqualTo(new ServerCounters(2, 2, 0, 2));
            assertIsGone(server);
        }
    }

    @Test
    void closingOpensAClosedGateFirst() throws Exception {
        MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
        try (RawConnection connection = new RawConnection(server)) {
            Gate gate = server.closeGate();
            connection.send(RawConnection.request("GET", "/user/1"));
            assertThat(gate.awaitHeld(1, Duration.ofSeconds(20))).isTrue();
            server.close();
            assertThat(connection.read().text()).isEqualTo("{\"id\":1}");
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(gate.held()).isZero();
            assertIsGone(server);
        }
    }

    @Slow
    @Test
    void closingIsBoundedEvenIfAThreadIsStuckAndTheCallerInterrupted() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0), id -> {
            awaitUninterrupted(stuck);
            return new ByteBuffer[0];
        });
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(RawConnection.request("GET", "/user/1"));
            Await.until("the thread is stuck", () -> server.counters().requests() == 1);
            Thread.currentThread().interrupt();
            server.close();
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            stuck.countDown();
        }
        assertIsGone(server);
    }

    @Test
    void closingTwiceIsAllowed() throws Exception {
        MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
        server.close();
        assertIsGone(server);
        server.close();
        assertThat(server.uri()).hasPort(server.port());
        try (MockServer successor = MockServer.start(new ServerSettings("127.0.0.1", server.port(), 1, 0, 0))) {
            assertThat(successor.uri()).isEqualTo(server.uri());
            assertThat(RawConnection.get(successor, "/user/1").status()).isEqualTo(200);
        }
    }

    @Test
    void aForgottenServerKeepsNoJvmAlive() {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            assertThat(server.port()).isPositive();
            assertThat(serverThreads()).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    private static void requestUntilRefused(MockServer server, AtomicInteger answers) {
        try {
            while (true) {
                try (RawConnection connection = new RawConnection(server)) {
                    for (int i = 0; i < 20; i++) {
                        connection.get("/user/1");
                        answers.incrementAndGet();
                    }
                }
            }
        } catch (IOException closed) {
            // expected: the server is closed
        }
    }

    private static void assertIsGone(MockServer server) throws Exception {
        assertThatThrownBy(() -> new RawConnection(server)).isInstanceOf(ConnectException.class);
        Await.until("its threads are gone", () -> serverThreads().isEmpty());
    }

    private static List<Thread> serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("XNIO-"))
                .toList();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException again) {
                // a stuck thread ignores interrupts
            }
        }
    }
}
