package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
    private static final int LONGER_THAN_THE_TEST = 600_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void noAnswerComesBeforeTheDelay(int delayMillis) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(delayMillis, 0));
                RawConnection connection = new RawConnection(server)) {
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                assertThat(connection.get("/user/" + i).text()).isEqualTo("{\"id\":" + i + "}");
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(delayMillis * 1_000_000L);
            }
        }
    }

    @Test
    void manyRequestsAreDelayedAtTheSameTimeAndErrorsAreNot() throws Exception {
        ServerSettings oneThread = new ServerSettings("127.0.0.1", 0, 1, LONGER_THAN_THE_TEST, 0);
        List<RawConnection> connections = new ArrayList<>();
        try (MockServer server = MockServer.start(oneThread)) {
            for (int i = 0; i < 40; i++) {
                connections.add(new RawConnection(server));
                connections.get(i).send(RawConnection.request("GET", "/user/" + i));
            }
            Await.inFlight(server, 40);
            assertThat(RawConnection.get(server, "/user/x").status()).isEqualTo(400);
            assertThat(RawConnection.get(server, "/x").status()).isEqualTo(404);
        }
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    @Test
    void manyDelaysTakeAsLongAsOne() throws Exception {
        int delayMillis = 500;
        List<RawConnection> connections = new ArrayList<>();
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(delayMillis, 0))) {
            long start = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                connections.add(new RawConnection(server));
                connections.get(i).send(RawConnection.request("GET", "/user/" + i));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(connections.get(i).read().text()).isEqualTo("{\"id\":" + i + "}");
                connections.get(i).close();
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(millis).isLessThan(40 * delayMillis / 2);
        }
    }
}
