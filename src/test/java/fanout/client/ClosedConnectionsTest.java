package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.StrategySetup;
import fanout.workload.Batch;
import fanout.workload.UserBody;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.ConnectorStatistics;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that is closed leaves no connection behind, as the server sees it. */
@Timeout(60)
class ClosedConnectionsTest {
    private static final int CONCURRENCY = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void noConnectionIsLeftAtTheServer(StrategySetup strategy) throws Exception {
        Undertow server = server();
        try {
            Undertow.ListenerInfo listener = server.getListenerInfo().get(0);
            ConnectorStatistics connections = listener.getConnectorStatistics();
            int port = ((InetSocketAddress) listener.getAddress()).getPort();
            FanOutClient client = strategy.open(URI.create("http://127.0.0.1:" + port), CONCURRENCY);
            try (client) {
                Batch batch = new Batch(100);
                client.fetch(batch);
                batch.verify();
                assertThat(connections.getActiveConnections())
                        .as("connections that %s keeps from batch to batch", strategy)
                        .isBetween(1L, (long) strategy.connections(CONCURRENCY));
            }
            awaitNone(connections);
            assertThat(connections.getActiveConnections())
                    .as("connections that %s has left open", strategy)
                    .isZero();
        } finally {
            server.stop();
        }
    }

    private static Undertow server() {
        UserBody bodies = new UserBody(0);
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.ENABLE_STATISTICS, true)
                .setHandler(exchange -> {
                    long id = Long.parseLong(exchange.getRelativePath().substring("/user/".length()));
                    exchange.getResponseSender().send(ByteBuffer.wrap(bodies.bytes(id)));
                })
                .build();
        server.start();
        return server;
    }

    /** Waits, since the server notices a closed connection a moment later. */
    private static void awaitNone(ConnectorStatistics connections) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (connections.getActiveConnections() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }
}
