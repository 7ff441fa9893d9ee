package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.workload.UserBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void theCountersCountValidRequestsAndAllConnections() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                RawConnection silent = new RawConnection(server);
                RawConnection first = new RawConnection(server);
                RawConnection second = new RawConnection(server)) {
            assertThat(server.counters()).isEqualTo(new ServerCounters(0, 0, 0, 0));
            first.get("/user/1");
            first.get("/user/1");
            assertThat(server.counters()).isEqualTo(new ServerCounters(2, 1, 0, 1));
            second.get("/user/x");
            second.get("/");
            assertThat(server.counters()).isEqualTo(new ServerCounters(2, 2, 0, 1));
            assertThat(silent.hasNothingYet()).isTrue();
        }
    }

    @Test
    void resettingKeepsConnectionsAndRequestsInFlight() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                RawConnection first = new RawConnection(server);
                RawConnection second = new RawConnection(server)) {
            Gate gate = server.closeGate();
            first.send(RawConnection.request("GET", "/user/1"));
            second.send(RawConnection.request("GET", "/user/2"));
            assertThat(gate.awaitHeld(2, LONG)).isTrue();
            server.resetCounters();
            assertThat(server.counters()).isEqualTo(new ServerCounters(0, 2, 2, 2));

            gate.open();
            first.read();
            second.read();
            server.resetCounters();
            assertThat(server.counters()).isEqualTo(new ServerCounters(0, 2, 0, 0));
            first.get("/user/3");
            assertThat(server.counters()).isEqualTo(new ServerCounters(1, 2, 0, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aRequestIsNoLongerInFlightWhenItsAnswerIsMade(int delayMillis) throws Exception {
        AtomicReference<MockServer> running = new AtomicReference<>();
        List<Integer> inFlight = new ArrayList<>();
        BodyBuffers bodies = new BodyBuffers(new UserBody(0));
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(delayMillis, 0), id -> {
            inFlight.add(running.get().counters().inFlight());
            return bodies.of(id);
        })) {
            running.set(server);
            assertThat(RawConnection.get(server, "/user/1").status()).isEqualTo(200);
            assertThat(inFlight).containsExactly(0);
            assertThat(server.counters().peakInFlight()).isEqualTo(1);
        }
    }

    @Test
    void thePeakIsKeptWhenFewerRequestsFollow() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                RawConnection first = new RawConnection(server);
                RawConnection second = new RawConnection(server)) {
            Gate two = server.closeGate();
            first.send(RawConnection.request("GET", "/user/1"));
            second.send(RawConnection.request("GET", "/user/2"));
            assertThat(two.awaitHeld(2, LONG)).isTrue();
            two.open();
            first.read();
            second.read();
            Gate one = server.closeGate();
            first.send(RawConnection.request("GET", "/user/3"));
            assertThat(one.awaitHeld(1, LONG)).isTrue();
            assertThat(server.counters()).isEqualTo(new ServerCounters(3, 2, 1, 2));
        }
    }

    @Test
    void aThousandConnectionsAtOnceAreCounted() throws Exception {
        List<RawConnection> connections = new ArrayList<>();
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            Gate gate = server.closeGate();
            for (int i = 0; i < 1000; i++) {
                connections.add(new RawConnection(server));
            }
            for (int i = 0; i < 1000; i++) {
                connections.get(i).send(RawConnection.request("GET", "/user/" + i));
            }
            assertThat(gate.awaitHeld(1000, LONG)).isTrue();
            gate.open();
            for (int i = 0; i < 1000; i++) {
                assertThat(connections.get(i).read().text()).isEqualTo("{\"id\":" + i + "}");
            }
            assertThat(server.counters()).isEqualTo(new ServerCounters(1000, 1000, 0, 1000));
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "1, 1, 2, 1"})
    void impossibleCountsAreRefused(long requests, long connections, int inFlight, int peak) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerCounters(requests, connections, inFlight, peak));
    }
}
