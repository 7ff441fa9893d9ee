package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.workload.UserBody;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFailureOfTheServerIsAnsweredWithItsReason(int delayMillis) throws Exception {
        BodyBuffers bodies = new BodyBuffers(new UserBody(0));
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(delayMillis, 0), id -> {
                    if (id == 13) {
                        throw new AssertionError("a \"quoted\"\nreason");
                    }
                    return bodies.of(id);
                });
                RawConnection connection = new RawConnection(server)) {
            RawResponse failed = connection.get("/user/13");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.header("content-type")).isEqualTo("application/json");
            assertThat(new ObjectMapper().readTree(failed.body()).get("error").asText())
                    .isEqualTo("java.lang.AssertionError: a \"quoted\"\nreason");
            assertThat(connection.get("/user/1").text()).isEqualTo("{\"id\":1}");
            assertThat(server.counters()).isEqualTo(new ServerCounters(2, 1, 0, 1));
        }
    }

    @Test
    void aRequestThatFailsAfterTheGateIsNoLongerInFlight() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0), id -> {
                    throw new IllegalStateException();
                });
                RawConnection connection = new RawConnection(server)) {
            Gate gate = server.closeGate();
            connection.send(RawConnection.request("GET", "/user/1"));
            Await.inFlight(server, 1);
            gate.open();
            assertThat(connection.read().status()).isEqualTo(500);
            assertThat(server.counters().inFlight()).isZero();
        }
    }

    @Test
    void aPortThatIsTakenIsNamedInTheError() {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            ServerSettings taken = new ServerSettings("127.0.0.1", server.port(), 1, 0, 0);
            assertThatThrownBy(() -> MockServer.start(taken))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + server.port() + ": ");
        }
    }
}
