package fanout.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSettings;
import fanout.client.ClientSetup;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.server.Gate;
import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.testing.ScriptedServer;
import fanout.testing.Threads;
import fanout.workload.Batch;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy must do, done by the clients of other libraries. */
@Timeout(120)
class ClientsContractTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int CONCURRENCY = 8;

    static Stream<FanOutClientProvider> clients() {
        return Stream.of(new OkHttp(), new Jetty(), new ReactorNetty(), new VertX());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void exactlyTheConcurrencyIsInFlightOverConnectionsThatAreKept(FanOutClientProvider provider) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = provider.open(new ClientSettings(server.uri(), CONCURRENCY))) {
            open(client, server);

            for (int round = 0; round < 5; round++) {
                Batch batch = fetch(client, 1000);
                assertThat(batch.user(999).id()).isEqualTo(999);
            }
            assertThat(server.counters().peakInFlight()).isEqualTo(CONCURRENCY);
            assertThat(server.counters().connections()).isEqualTo(CONCURRENCY);
            assertThat(server.counters().requests()).isEqualTo(6000);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theRequestsAreSpreadOverTheHosts(FanOutClientProvider provider) throws Exception {
        ServerSettings hosts = ServerSettings.onLoopback("http", new Hosts(3), 0, DelaySpread.NONE, 0);
        try (MockServer server = MockServer.start(hosts);
                FanOutClient client =
                        provider.open(new ClientSettings(server.uris(), CONCURRENCY, null, ClientSetup.IDIOMATIC))) {
            open(client, server);
            fetch(client, 1000);

            assertThat(server.counters().peakInFlight()).isEqualTo(CONCURRENCY);
            assertThat(server.counters().connections()).isBetween((long) CONCURRENCY, 3L * CONCURRENCY);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void largeAnswersAreWhole(FanOutClientProvider provider) throws Exception {
        int payloadBytes = (1 << 20) - 1;
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, payloadBytes));
                FanOutClient client = provider.open(new ClientSettings(server.uri(), CONCURRENCY))) {
            Batch batch = new Batch(20, payloadBytes);
            client.fetch(batch);

            assertThat(batch.verify().user(19).id()).isEqualTo(19);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aWrongAnswerEndsTheBatch(FanOutClientProvider provider) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        (id, connection) -> connection.json(id == 100 ? 500 : 200, "{\"id\":" + id + "}"));
                FanOutClient client = provider.open(new ClientSettings(server.uri(), CONCURRENCY))) {
            Batch batch = new Batch(10_000);
            client.fetch(batch);

            assertThatThrownBy(batch::verify)
                    .hasMessageContaining("GET /user/100")
                    .hasMessageContaining("500");
            assertThat(server.requests()).as("what is sent after it").hasSizeLessThan(5_000);
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void anAbsentServerEndsTheBatch(FanOutClientProvider provider) throws Exception {
        URI absent;
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            absent = server.uri();
        }
        try (FanOutClient client = provider.open(new ClientSettings(absent, CONCURRENCY))) {
            Batch batch = new Batch(100);
            client.fetch(batch);

            assertThatThrownBy(batch::verify).hasMessageContaining("GET /user/");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void closingEndsABatchThatHangs(FanOutClientProvider provider) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            FanOutClient client = provider.open(new ClientSettings(server.uri(), 4));
            Gate gate = server.closeGate();
            Batch batch = new Batch(10);
            Thread caller = new Thread(() -> fetchUnverified(client, batch));
            caller.start();
            assertThat(gate.awaitHeld(4, TIMEOUT)).isTrue();

            client.close();
            caller.interrupt();

            caller.join(TIMEOUT.toMillis());
            assertThat(caller.isAlive()).isFalse();
            assertThat(batch.answered()).isZero();
        }
    }

    /** But for threads that a library shares between its clients, and ends when they have been idle for a minute. */
    @ParameterizedTest
    @MethodSource("clients")
    void noThreadIsLeftBehindThatKeepsTheJvmAlive(FanOutClientProvider provider) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            Set<Thread> before = Threads.alive();
            try (FanOutClient client = provider.open(new ClientSettings(server.uri(), CONCURRENCY))) {
                fetch(client, 100);
                assertThat(Threads.startedSince(before, Duration.ZERO))
                        .isNotEmpty()
                        .allMatch(Thread::isDaemon);
            }
            assertThat(Threads.startedSince(before, TIMEOUT))
                    .allMatch(thread -> thread.getName().startsWith("OkHttp TaskRunner")
                            || thread.getName().startsWith("globalEventExecutor")
                            || thread.getName().startsWith("parallel-"));
        }
    }

    private static void open(FanOutClient client, MockServer server) throws Exception {
        Gate gate = server.closeGate();
        CompletableFuture<Batch> batch =
                CompletableFuture.supplyAsync(() -> fetch(client, 1000), task -> new Thread(task).start());
        assertThat(gate.awaitHeld(CONCURRENCY, TIMEOUT)).isTrue();
        Thread.sleep(200);
        assertThat(gate.held()).isEqualTo(CONCURRENCY);
        gate.open();
        batch.get(20, TimeUnit.SECONDS);
    }

    private static Batch fetch(FanOutClient client, int requests) {
        return fetchUnverified(client, new Batch(requests)).verify();
    }

    private static Batch fetchUnverified(FanOutClient client, Batch batch) {
        try {
            client.fetch(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return batch;
    }
}
