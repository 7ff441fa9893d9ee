package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientFactory;
import fanout.client.ClientSettings;
import fanout.client.ClientSetup;
import fanout.client.Strategy;
import fanout.server.ServerConditions;
import fanout.server.ServerCounters;
import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import fanout.testing.ScriptedServer;
import fanout.testing.Strategies;
import fanout.testing.Threads;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class TrialTest {
    private static final Workload WORKLOAD = new Workload(100, 8);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static ServerConditions http(String server, int delayMillis) {
        return Conditions.of(server, "http", delayMillis, 0);
    }

    static Stream<Arguments> strategiesAndServers() {
        return Strategies.withServers(Strategies.ofThisJvm());
    }

    @NeedsJvm
    @ParameterizedTest
    @MethodSource("strategiesAndServers")
    void aTrialMeasuresAgainstAMockServerAndLeavesNothingBehind(Strategy strategy, String server) throws Exception {
        Set<Thread> before = Threads.alive();
        try (Trial trial = Trial.start(strategy, ClientSetup.IDIOMATIC, WORKLOAD, http(server, 0), ProofTime.FIRST)) {
            assertThat(trial.batch().user(99).id()).isEqualTo(99);
        }
        assertThat(Threads.startedSince(before, TIMEOUT)).isEmpty();
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    /**
     * What closing finds after a failure (a connection that broke may still count as leased) must not hide its cause.
     */
    @NeedsJvm
    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#ofThisJvm")
    void aForkedServerThatDiesDuringABatchFailsTheBatch(Strategy strategy) {
        assertThatThrownBy(() -> {
                    try (Trial trial = Trial.start(
                            strategy,
                            ClientSetup.IDIOMATIC,
                            new Workload(1000, 8),
                            http("forked", 10),
                            ProofTime.FIRST)) {
                        ProcessHandle server =
                                ProcessHandle.current().children().findFirst().orElseThrow();
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                                .execute(server::destroyForcibly);
                        trial.batch();
                    }
                })
                .isInstanceOf(BatchFailedException.class)
                .hasMessageStartingWith("the forked server died with exit code 137; so GET /user/");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1")
    void aTrialMeasuresAgainstAnyServerThatKeepsTheContract(Strategy strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id));
                Trial trial = Trial.start(
                        strategy,
                        ClientSetup.IDIOMATIC,
                        WORKLOAD,
                        http(server.uri().toString(), 0),
                        ProofTime.FIRST)) {
            assertThat(trial.batch().user(99).id()).isEqualTo(99);
        }
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1")
    void aServerThatFailsLaterFailsTheStartAndLeavesNothingBehind(Strategy strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id == 50 ? 51 : id))) {
            Set<Thread> before = Threads.alive();
            assertThatThrownBy(() -> Trial.start(
                            strategy,
                            ClientSetup.IDIOMATIC,
                            WORKLOAD,
                            http(server.uri().toString(), 0),
                            ProofTime.FIRST))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessage("GET /user/50: the answer is for id 51");
            Set<Thread> left = Threads.startedSince(before, TIMEOUT);
            left.removeIf(thread -> thread.getName().equals("scripted-server"));
            assertThat(left).isEmpty();
        }
    }

    /** A batch that is measured as the first one must be the first that is sent. */
    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#ofThisJvm")
    void nothingIsSentBeforeTheFirstBatchIfTheProofIsLast(Strategy strategy) throws Exception {
        Trial trial = Trial.start(strategy, ClientSetup.IDIOMATIC, WORKLOAD, http("embedded", 0), ProofTime.LAST);
        try {
            assertThat(trial.seen()).contains(new ServerCounters(0, 0, 0, 0));

            trial.batch();

            assertThat(trial.seen().orElseThrow().requests()).isGreaterThanOrEqualTo(100);
        } finally {
            trial.end();
        }
    }

    @Test
    void aProofThatIsLastRefusesAClient() throws Exception {
        // Too many requests are noticed at once, too few only after the proof's timeout of 10 s.
        ClientFactory wide = settings -> Strategy.SEMAPHORE_ASYNC.open(new ClientSettings(settings.server(), 9));
        Trial trial = Trial.start(wide, ClientSetup.IDIOMATIC, WORKLOAD, http("embedded", 0), ProofTime.LAST);
        trial.batch();

        assertThatThrownBy(trial::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server saw 9 requests in flight at once, not 8");
    }
}
