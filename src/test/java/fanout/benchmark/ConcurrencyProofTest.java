package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.server.GatedServer;
import fanout.server.RunningServer;
import fanout.server.ServerConditions;
import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import fanout.testing.Strategies;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.User;
import fanout.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof is the same wherever the server runs. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@ValueSource(strings = {ServerConditions.EMBEDDED, ServerConditions.FORKED})
@NeedsJvm
class ConcurrencyProofTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * The timeout where requests never come: no part of the test is cold, so all requests that do come arrive sooner.
     */
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final Workload WORKLOAD = new Workload(200, 40);

    @Parameter
    private String kind;

    private ServerConditions conditions() {
        return Conditions.of(kind, "http", 0, 0);
    }

    /** One client is enough for a forked server: only the access to the gate differs. */
    Stream<Strategy> strategies() {
        return kind.equals(ServerConditions.EMBEDDED) ? Strategies.ofThisJvm() : Stream.of(Strategy.SEMAPHORE_ASYNC);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aClientThatReachesTheConcurrencyIsProven(Strategy strategy) throws Exception {
        int connections = strategy.connections(40);
        assertThat(prove(strategy, 40).toString())
                .startsWith("exactly 40 requests in flight over " + connections
                        + (connections == 1 ? " connection" : " connections") + "; no further one came in 250 ms");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aClientWithFewerConnectionsIsRefused(Strategy strategy) {
        assertThatThrownBy(() -> proveWarm(strategy, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server saw 10 requests in flight at once, not 40");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aClientThatSendsMoreThanTheConcurrencyIsRefused(Strategy strategy) {
        assertThatThrownBy(() -> prove(strategy, 41))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server saw 41 requests in flight at once, not 40");
    }

    @Test
    void aClientThatFailsIsRefusedWithItsFailure() throws Exception {
        assertIsRefused(batch -> batch.fail(3, new IOException("no route")), "GET /user/3: no route");
    }

    /** The latencies of such a client would be meaningless. */
    @Test
    void aClientThatDoesNotReportTheBeginningOfRequestsIsRefused() throws Exception {
        byte[] json = "{\"id\":3}".getBytes(StandardCharsets.UTF_8);
        User.parse(json); // so that the parser's classes are loaded, which may take longer than the proof waits
        assertIsRefused(batch -> batch.answer(3, 200, json), "GET /user/3: answered, but never begun");
    }

    private void assertIsRefused(Consumer<Batch> fetch, String message) throws Exception {
        FanOutClient client = new FanOutClient() {
            @Override
            public void fetch(Batch batch) {
                fetch.accept(batch);
            }

            @Override
            public int leasedConnections() {
                return 0;
            }

            @Override
            public void close() {}
        };
        try (RunningServer server = RunningServer.open(conditions())) {
            GatedServer mock = server.mock().orElseThrow();
            assertThatThrownBy(() -> ConcurrencyProof.of(client, mock, WORKLOAD, conditions(), SHORT))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessage(message);
        }
    }

    private ConcurrencyProof prove(Strategy strategy, int concurrency) throws Exception {
        try (RunningServer server = RunningServer.open(conditions());
                FanOutClient client = strategy.open(new ClientSettings(server.uri(), concurrency))) {
            return ConcurrencyProof.of(client, server.mock().orElseThrow(), WORKLOAD, conditions(), TIMEOUT);
        }
    }

    /** Proves a client that has sent a batch before, so that its connections are open. */
    private ConcurrencyProof proveWarm(Strategy strategy, int concurrency) throws Exception {
        try (RunningServer server = RunningServer.open(conditions());
                FanOutClient client = strategy.open(new ClientSettings(server.uri(), concurrency))) {
            Batch batch = new Batch(WORKLOAD.requests(), 0, true);
            client.fetch(batch);
            batch.verify();
            return ConcurrencyProof.of(client, server.mock().orElseThrow(), WORKLOAD, conditions(), SHORT);
        }
    }
}
