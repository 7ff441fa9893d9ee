package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<RawConnection> connections = new ArrayList<>();
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.start(ServerSettings.onLoopback(0, 0));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    @Test
    void theGateHoldsRequestsUntilItIsOpened() throws Exception {
        Gate gate = server.closeGate();
        request(5);
        assertThat(gate.awaitHeld(5, LONG)).isTrue();
        assertThat(gate.held()).isEqualTo(5);
        assertThat(connections.get(0).hasNothingYet()).isTrue();
        assertThat(server.counters()).isEqualTo(new ServerCounters(5, 5, 5, 5));

        gate.open();
        assertThat(gate.held()).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(connections.get(i).read().text()).isEqualTo("{\"id\":" + i + "}");
        }
        assertThat(server.counters()).isEqualTo(new ServerCounters(5, 5, 0, 5));
    }

    @Test
    void anOpenGateLetsRequestsPassAndCanBeOpenedAgain() throws Exception {
        Gate gate = server.closeGate();
        gate.open();
        gate.open();
        assertThat(RawConnection.get(server, "/user/1").status()).isEqualTo(200);
        assertThat(gate.held()).isZero();
    }

    @Test
    void theGateHoldsOnlyValidUserRequests() throws Exception {
        Gate gate = server.closeGate();
        assertThat(RawConnection.get(server, "/user/x").status()).isEqualTo(400);
        assertThat(RawConnection.get(server, "/").status()).isEqualTo(404);
        assertThat(gate.held()).isZero();
        assertThat(server.counters().requests()).isZero();
    }

    @Test
    void theGateHoldsPipelinedRequestsOneByOne() throws Exception {
        Gate gate = server.closeGate();
        RawConnection connection = new RawConnection(server);
        connections.add(connection);
        connection.send(KeepAliveTest.pipelined(10));
        assertThat(gate.awaitHeld(1, LONG)).isTrue();
        assertThat(gate.awaitHeld(2, Duration.ofMillis(50))).isFalse();
        gate.open();
        for (int i = 0; i < 10; i++) {
            assertThat(connection.read().text()).isEqualTo("{\"id\":" + i + "}");
        }
    }

    @Test
    void waitingAtTheGateEndsAtItsTimeout() throws Exception {
        Gate gate = server.closeGate();
        long start = System.nanoTime();
        assertThat(gate.awaitHeld(1, Duration.ofMillis(30))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(gate.awaitHeld(1, Duration.ZERO)).isFalse();
        assertThat(gate.awaitHeld(0, Duration.ZERO)).isTrue();
    }

    @Test
    void openingTheGateEndsTheWait() throws Exception {
        Gate gate = server.closeGate();
        Thread opener = new Thread(gate::open);
        opener.start();
        assertThat(gate.awaitHeld(1, Duration.ofDays(1))).isFalse();
        opener.join();
    }

    @Test
    void interruptingTheThreadEndsTheWaitAtTheGate() {
        Gate gate = server.closeGate();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.awaitHeld(1, LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void onlyOneGateIsClosedAtATime() throws Exception {
        Gate first = server.closeGate();
        assertThatIllegalStateException().isThrownBy(server::closeGate).withMessage("the gate is closed already");
        first.open();
        Gate second = server.closeGate();
        request(1);
        assertThat(second.awaitHeld(1, LONG)).isTrue();
        first.open();
        assertThat(second.held()).isEqualTo(1);
    }

    private void request(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            RawConnection connection = new RawConnection(server);
            connections.add(connection);
            connection.send(RawConnection.request("GET", "/user/" + i));
        }
    }
}
