package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.record.BenchmarkParameter;
import fanout.testing.ScriptedServer;
import fanout.testing.StrategySetup;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the setups do differently, as a server sees it. */
@Timeout(60)
class SetupTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_THREAD_POOL", "SEMAPHORE_ASYNC"})
    void theFullChainFollowsRedirectsAndTheMinimalOneDoesNot(Strategy strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
            if (id == 1) {
                connection.redirect("/user/1001");
            } else {
                connection.user(id == 1001 ? 1 : id);
            }
        })) {
            fetch(new StrategySetup(strategy, ClientSetup.IDIOMATIC), server);
            assertThatThrownBy(() -> fetch(new StrategySetup(strategy, ClientSetup.MINIMAL), server))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessageContaining("status 302");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_THREAD_POOL", "SEMAPHORE_ASYNC"})
    void theFullChainTriesAgainAndTheMinimalOneDoesNot(Strategy strategy) throws Exception {
        for (ClientSetup setup : List.of(ClientSetup.IDIOMATIC, ClientSetup.MINIMAL)) {
            AtomicInteger refused = new AtomicInteger();
            try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                if (id == 1 && refused.getAndIncrement() == 0) {
                    connection.json(503, "{\"error\":\"scripted\"}");
                } else {
                    connection.user(id);
                }
            })) {
                if (setup == ClientSetup.IDIOMATIC) {
                    fetch(new StrategySetup(strategy, setup), server);
                } else {
                    assertThatThrownBy(() -> fetch(new StrategySetup(strategy, setup), server))
                            .hasMessageContaining("status 503");
                }
            }
        }
    }

    /** A limit of a minute, made short: the benchmark's own bound is far away. */
    @ParameterizedTest
    @MethodSource("limited")
    void anAnswerThatNeverComesEndsByTheTimeLimit(String name, BiFunction<ClientSettings, Duration, FanOutClient> open)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                    if (id != 1) {
                        connection.user(id);
                    }
                });
                FanOutClient client = open.apply(new ClientSettings(server.uri(), 4), SHORT)) {
            Batch batch = new Batch(3);
            client.fetch(batch);
            assertThatThrownBy(batch::verify)
                    .as(name)
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessageStartingWith("GET /user/1: ")
                    .hasMessageMatching("(?i).*time(d )?-?out.*");
        }
    }

    static Stream<Arguments> limited() {
        return Stream.of(
                limited("blocking", (settings, limit) -> new BlockingThreadPool(settings, apache(limit), false)),
                limited("async", (settings, limit) -> new SemaphoreAsync(settings, apache(limit), false)),
                limited(
                        "JDK",
                        (settings, limit) -> new JdkHttpClient(
                                settings,
                                new JdkOptions(limit, false, SetupChoices.JDK_CALLBACKS.of(ClientSetup.MINIMAL)))));
    }

    private static Arguments limited(String name, BiFunction<ClientSettings, Duration, FanOutClient> open) {
        return Arguments.of(name, open);
    }

    private static ApacheOptions apache(Duration limit) {
        return new ApacheOptions(limit, true, PoolConcurrencyPolicy.STRICT, 8192, 1);
    }

    @Test
    void theValuesOfTheParameterAreTheSetups() {
        for (ClientSetup setup : ClientSetup.values()) {
            BenchmarkParameter.SETUP.check(setup.toString());
            assertThat(ClientSetup.of(setup.toString())).isEqualTo(setup);
        }
        assertThat(BenchmarkParameter.SETUP.defaultValue()).isEqualTo(ClientSetup.IDIOMATIC.toString());
        assertThat(BenchmarkParameter.SETUP.formerDefault()).contains(ClientSetup.MINIMAL.toString());
        assertThatThrownBy(() -> ClientSetup.of("fast"))
                .hasMessage("setup is fast, must be idiomatic or minimal or tuned");
    }

    private static void fetch(StrategySetup way, ScriptedServer server) throws InterruptedException {
        try (FanOutClient client = way.open(server.uri(), 2)) {
            Batch batch = new Batch(3);
            client.fetch(batch);
            batch.verify();
        }
    }
}
