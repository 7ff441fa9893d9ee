package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.server.Gate;
import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.testing.Slow;
import fanout.testing.Strategies;
import fanout.testing.StrategySetup;
import fanout.testing.Threads;
import fanout.workload.Batch;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy must do, against a server that keeps the contract. */
@Timeout(60)
class FanOutClientContractTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void answersAreCompleteInOrderAndRight(StrategySetup strategy) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = open(strategy, server, 40)) {
            Batch batch = fetch(client, 1000);

            assertThat(IntStream.range(0, 1000).mapToLong(id -> batch.user(id).id()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1000).asLongStream().boxed().toList());
            assertThat(server.counters().requests())
                    .as("requests, among them what %s sent again", strategy)
                    .isBetween(1000L, 1000L + spare(strategy));
        }
    }

    static Stream<Arguments> strategiesAndConcurrencies() {
        return Stream.concat(
                Strategies.withSetups().map(strategy -> Arguments.of(strategy, 40)),
                Strategies.withDefaultSetup()
                        .flatMap(strategy ->
                                IntStream.of(1, 64).mapToObj(concurrency -> Arguments.of(strategy, concurrency))));
    }

    @Slow
    @ParameterizedTest
    @MethodSource("strategiesAndConcurrencies")
    void exactlyTheConcurrencyIsInFlight(StrategySetup strategy, int concurrency) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = open(strategy, server, concurrency)) {
            Gate gate = server.closeGate();
            CompletableFuture<Batch> batch = aside(() -> fetch(client, 200));

            assertThat(gate.awaitHeld(concurrency, TIMEOUT)).isTrue();
            Thread.sleep(200);
            assertThat(gate.held()).isEqualTo(concurrency);

            gate.open();
            batch.get(20, TimeUnit.SECONDS);
            assertThat(server.counters().peakInFlight()).isEqualTo(concurrency);
        }
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void aBatchSmallerThanTheConcurrencyIsAnswered(StrategySetup strategy) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = open(strategy, server, 40)) {
            assertThat(fetch(client, 3).user(2).id()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void everyConnectionIsOpenedOnceAndReused(StrategySetup strategy) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                FanOutClient client = open(strategy, server, 40)) {
            openAllConnections(client, server, 40);
            for (int round = 0; round < 5; round++) {
                fetch(client, 1000);
                assertThat(client.leasedConnections()).isZero();
            }
            long expected = strategy.connections(40);
            assertThat(server.counters().connections())
                    .as("connections, among them those that %s replaced", strategy)
                    .isBetween(expected, expected + spare(strategy));
        }
    }

    /** A request at another host would be answered with 421. */
    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withDefaultSetup")
    void theRequestsAreSpreadOverTheHosts(StrategySetup strategy) throws Exception {
        Hosts hosts = new Hosts(3);
        try (MockServer server = MockServer.start(ServerSettings.onLoopback("http", hosts, 0, DelaySpread.NONE, 0));
                FanOutClient client = strategy.open(server.uris(), 8)) {
            openAllConnections(client, server, 8);
            for (int round = 0; round < 5; round++) {
                fetch(client, 1000);
                assertThat(client.leasedConnections()).isZero();
            }

            assertThat(server.counters().peakInFlight()).isEqualTo(8);
            assertThat(server.counters().connections())
                    .as("connections of %s", strategy)
                    .isBetween(Math.max(3L, strategy.connections(8)), 3L * strategy.connections(8) + spare(strategy));
        }
    }

    @ParameterizedTest
    @MethodSource("strategiesAndPayloads")
    void thePayloadIsCheckedByteForByte(StrategySetup strategy, int payloadBytes) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, payloadBytes));
                FanOutClient client = open(strategy, server, 8)) {
            Batch right = new Batch(20, payloadBytes);
            client.fetch(right);
            assertThat(right.verify().user(19).id()).isEqualTo(19);

            Batch longer = new Batch(20, payloadBytes + 1);
            client.fetch(longer);
            assertThatThrownBy(longer::verify).hasMessageContaining("the filler is not as it was sent");
        }
    }

    static Stream<Arguments> strategiesAndPayloads() {
        return Stream.concat(
                Strategies.withSetups().map(strategy -> Arguments.of(strategy, 10 * 1024)),
                Strategies.withDefaultSetup()
                        .flatMap(strategy -> IntStream.of(40, (1 << 20) - 1)
                                .mapToObj(payloadBytes -> Arguments.of(strategy, payloadBytes))));
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void noThreadIsLeftBehind(StrategySetup strategy) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            Set<Thread> before = Threads.alive();
            try (FanOutClient client = open(strategy, server, 40)) {
                fetch(client, 100);
                if (strategy.startsThreads()) {
                    assertThat(Threads.startedSince(before, Duration.ZERO))
                            .as("threads that %s has while it is open", strategy)
                            .isNotEmpty();
                }
            }
            assertThat(Threads.startedSince(before, TIMEOUT)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#withSetups")
    void closingEndsABatchThatHangs(StrategySetup strategy) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            FanOutClient client = open(strategy, server, 4);
            Set<Thread> before = Threads.alive();
            Gate gate = server.closeGate();
            Batch batch = new Batch(10);
            Thread caller = new Thread(() -> fetchUnverified(client, batch));
            caller.start();
            assertThat(gate.awaitHeld(4, TIMEOUT)).isTrue();

            client.close();
            caller.interrupt();

            caller.join(TIMEOUT.toMillis());
            assertThat(caller.isAlive()).isFalse();
            assertThat(Threads.startedSince(before, TIMEOUT)).isEmpty();
            assertThatThrownBy(batch::verify).hasMessageContaining("GET /user/");
        }
    }

    /** How many requests may be sent a second time, and how many connections may be replaced. */
    private static int spare(StrategySetup strategy) {
        return strategy.replacesConnections() ? 2 : 0;
    }

    private static void openAllConnections(FanOutClient client, MockServer server, int concurrency) throws Exception {
        Gate gate = server.closeGate();
        CompletableFuture<Batch> batch = aside(() -> fetch(client, 1000));
        assertThat(gate.awaitHeld(concurrency, TIMEOUT)).isTrue();
        gate.open();
        batch.get(20, TimeUnit.SECONDS);
    }

    /**
     * Fetches on a thread of its own: the JDK's client may need a thread of the common pool, which may have only one.
     */
    private static CompletableFuture<Batch> aside(Supplier<Batch> fetch) {
        return CompletableFuture.supplyAsync(fetch, task -> new Thread(task).start());
    }

    private static FanOutClient open(StrategySetup strategy, MockServer server, int concurrency) {
        return strategy.open(server.uri(), concurrency);
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
