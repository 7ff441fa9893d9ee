package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.ScriptedServer;
import fanout.workload.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the strategies put on the wire: the same, byte for byte. */
class WireTest {
    @Test
    void everyStrategySendsTheSameBytes() throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            String expected = """
                    GET /user/%d HTTP/1.1\r
                    User-Agent: fanout\r
                    Host: 127.0.0.1:%d\r
                    Connection: keep-alive\r
                    \r
                    """;
            for (Strategy strategy : Strategy.values()) {
                server.requests().clear();
                try (FanOutClient client = strategy.open(new ClientSettings(server.uri(), 1))) {
                    Batch batch = new Batch(2);
                    client.fetch(batch);
                    batch.verify();
                }
                int port = server.uri().getPort();
                assertThat(server.requests())
                        .as(strategy.toString())
                        .isEqualTo(List.of(expected.formatted(0, port), expected.formatted(1, port)));
            }
        }
    }
}
