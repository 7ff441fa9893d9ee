package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedConnectionTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionDroppedAtTheGateHarmsNoOther(boolean reset) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 1 << 20));
                RawConnection survivor = new RawConnection(server)) {
            Gate gate = server.closeGate();
            List<RawConnection> dropping = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                dropping.add(new RawConnection(server));
                dropping.get(i).send(KeepAliveTest.pipelined(2));
            }
            survivor.send(RawConnection.request("GET", "/user/7"));
            assertThat(gate.awaitHeld(11, Duration.ofSeconds(20))).isTrue();
            for (RawConnection connection : dropping) {
                connection.drop(reset);
            }
            gate.open();
            assertThat(survivor.read().body()).hasSize(1 << 20);
            Await.inFlight(server, 0);
            assertThat(survivor.get("/user/8").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionDroppedDuringTheDelayHarmsNoOther(boolean reset) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(100, 0));
                RawConnection survivor = new RawConnection(server)) {
            for (int i = 0; i < 10; i++) {
                RawConnection connection = new RawConnection(server);
                connection.send(RawConnection.request("GET", "/user/" + i));
                connection.drop(reset);
            }
            Await.until("all have arrived", () -> server.counters().requests() == 10);
            Await.inFlight(server, 0);
            assertThat(survivor.get("/user/8").status()).isEqualTo(200);
            assertThat(server.counters().requests()).isEqualTo(11);
        }
    }

    @Test
    void aConnectionDroppedWithinARequestCountsNoRequest() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            RawConnection connection = new RawConnection(server);
            connection.send("GET /user/1 HTTP/1.1\r\nHo");
            connection.drop(false);
            assertThat(RawConnection.get(server, "/user/1").status()).isEqualTo(200);
            assertThat(server.counters()).isEqualTo(new ServerCounters(1, 1, 0, 1));
        }
    }
}
