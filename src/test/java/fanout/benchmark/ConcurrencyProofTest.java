package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ConcurrencyProofTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Workload WORKLOAD = new Workload(200, 40, 0, 0);

    @ParameterizedTest
    @EnumSource
    void aClientThatKeepsItIsProven(Strategy strategy) throws Exception {
        assertThat(prove(strategy, 40))
                .hasToString("exactly 40 requests in flight over 40 connections; no further one came in 250 ms");
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithFewerConnectionsIsRefused(Strategy strategy) {
        assertThatThrownBy(() -> prove(strategy, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server saw 10 requests in flight at once, not 40");
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatSendsMoreIsRefused(Strategy strategy) {
        assertThatThrownBy(() -> prove(strategy, 41))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server saw 41 requests in flight at once, not 40");
    }

    @Test
    void aClientThatFailsIsRefusedWithItsFailure() {
        FanOutClient failing = new FanOutClient() {
            @Override
            public void fetch(Batch batch) {
                batch.fail(3, new IOException("no route"));
            }

            @Override
            public int leasedConnections() {
                return 0;
            }

            @Override
            public void close() {}
        };
        try (MockServer server = MockServer.start(ServerSettings.embedded(0, 0))) {
            assertThatThrownBy(() -> ConcurrencyProof.of(failing, server, WORKLOAD, PATIENCE))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessage("GET /user/3: no route");
        }
    }

    private static ConcurrencyProof prove(Strategy strategy, int concurrency) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.embedded(0, 0));
                FanOutClient client = strategy.open(new ClientSettings(server.uri(), concurrency))) {
            return ConcurrencyProof.of(client, server, WORKLOAD, PATIENCE);
        }
    }
}
