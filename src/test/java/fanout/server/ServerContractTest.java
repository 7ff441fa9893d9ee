package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import fanout.workload.UserBody;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Our servers behave the same wherever they run, with and without TLS; {@link ForkedHttp2OverTlsTest} has both. */
@Timeout(60)
@ParameterizedClass
@CsvSource({"embedded, http", "embedded, https", "forked, http"})
@NeedsJvm
class ServerContractTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int LONGER_THAN_THE_TEST = 600_000;

    @Parameter(0)
    private String kind;

    @Parameter(1)
    private String scheme;

    private final List<AutoCloseable> open = new ArrayList<>();
    private GatedServer server;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void usersAreAnsweredAndAllElseIsRefused() throws Exception {
        start(0, 0);
        assertThat(RawConnection.get(server, "/user/7").text()).isEqualTo("{\"id\":7}");
        assertThat(RawConnection.get(server, "/user/x").status()).isEqualTo(400);
        assertThat(RawConnection.get(server, "/").status()).isEqualTo(404);
        RawConnection connection = connect();
        connection.send(RawConnection.request("POST", "/user/7"));
        assertThat(connection.read().status()).isEqualTo(405);
    }

    @Test
    void answersAreAsLongAsThePayload() throws Exception {
        start(0, UserBody.MAX_PAYLOAD_BYTES);
        assertThat(RawConnection.get(server, "/user/7").body())
                .isEqualTo(new UserBody(UserBody.MAX_PAYLOAD_BYTES).bytes(7));
    }

    @Test
    void noAnswerComesBeforeTheDelay() throws Exception {
        start(50, 0);
        long start = System.nanoTime();
        assertThat(connect().get("/user/1").text()).isEqualTo("{\"id\":1}");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void theGateHoldsUntilItIsOpenedAndTheCountersSeeIt() throws Exception {
        start(0, 0);
        Gate gate = server.closeGate();
        List<RawConnection> connections = request(5);
        assertThat(gate.awaitHeld(5, LONG)).isTrue();
        assertThat(gate.held()).isEqualTo(5);
        assertThat(connections.get(0).hasNothingYet()).isTrue();
        assertThat(server.counters()).isEqualTo(new ServerCounters(5, 5, 5, 5));
        server.resetCounters();
        assertThat(server.counters()).isEqualTo(new ServerCounters(0, 5, 5, 5));

        gate.open();
        gate.open();
        assertThat(gate.held()).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(connections.get(i).read().text()).isEqualTo("{\"id\":" + i + "}");
        }
        server.resetCounters();
        assertThat(connections.get(0).get("/user/9").status()).isEqualTo(200);
        assertThat(server.counters()).isEqualTo(new ServerCounters(1, 5, 0, 1));
    }

    @Test
    void onlyOneGateIsClosedAtATime() throws Exception {
        start(0, 0);
        Gate first = server.closeGate();
        assertThatIllegalStateException().isThrownBy(server::closeGate).withMessage("the gate is closed already");
        first.open();
        Gate second = server.closeGate();
        request(1);
        assertThat(second.awaitHeld(1, LONG)).isTrue();
        first.open();
        assertThat(first.held()).isZero();
        assertThat(second.held()).isEqualTo(1);
    }

    @Test
    void waitingAtTheGateEndsAtItsTimeoutOrWhenTheGateOpens() throws Exception {
        start(0, 0);
        Gate gate = server.closeGate();
        long start = System.nanoTime();
        assertThat(gate.awaitHeld(1, Duration.ofMillis(30))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(gate.awaitHeld(1, Duration.ZERO)).isFalse();
        assertThat(gate.awaitHeld(0, Duration.ZERO)).isTrue();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.awaitHeld(1, LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();

        Thread opener = new Thread(gate::open);
        opener.start();
        assertThat(gate.awaitHeld(1, Duration.ofDays(1))).isFalse();
        opener.join();
    }

    @Test
    void anInterruptDoesNotBreakACommand() throws Exception {
        start(0, 0);
        Thread.currentThread().interrupt();
        server.closeGate().open();
        assertThat(server.counters().requests()).isZero();
        server.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void closingEndsTheServerWithRequestsDelayedAndHeld() throws Exception {
        start(LONGER_THAN_THE_TEST, 0);
        request(1);
        Await.inFlight(server, 1);
        server.closeGate();
        request(1);
        Await.inFlight(server, 2);
        assertThat(server.death()).isEmpty();
        server.close();
        server.close();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }

    private void start(int delayMillis, int payloadBytes) throws IOException {
        RunningServer running = RunningServer.open(Conditions.of(kind, scheme, delayMillis, payloadBytes));
        open.add(running);
        server = running.mock().orElseThrow();
    }

    private RawConnection connect() throws IOException {
        RawConnection connection = new RawConnection(server);
        open.add(connection);
        return connection;
    }

    private List<RawConnection> request(int count) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (int i : IntStream.range(0, count).toArray()) {
            connections.add(connect());
            connections.get(i).send(RawConnection.request("GET", "/user/" + i));
        }
        return connections;
    }
}
