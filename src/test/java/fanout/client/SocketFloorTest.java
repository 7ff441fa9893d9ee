package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.server.MockServer;
import fanout.server.ServerSettings;
import fanout.testing.NeedsJvm;
import fanout.testing.Shell;
import fanout.testing.Slow;
import fanout.testing.Strategies;
import fanout.testing.TestRunner;
import fanout.testing.Threads;
import fanout.workload.Batch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the floor depends on the number of its selectors. */
@Timeout(240)
class SocketFloorTest {
    private static final int CONCURRENCY = 8;
    private static final List<String> CONTRACT = List.of(
            "fanout.client.FanOutClientContractTest",
            "fanout.client.FanOutClientFailureTest",
            "fanout.client.ClosedConnectionsTest",
            "fanout.benchmark.ConcurrencyProofTest");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void eachSelectorButTheFirstHasAThread(int selectors) throws Exception {
        Set<Thread> before = Threads.alive();
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            Set<Thread> withServer = Threads.alive();
            try (SocketFloor floor = new SocketFloor(new ClientSettings(server.uri(), CONCURRENCY), selectors)) {
                fetch(floor, 1000);

                assertThat(floorThreads(withServer)).isEqualTo(Math.min(selectors, CONCURRENCY) - 1L);
                assertThat(server.counters().connections()).isBetween(1L, (long) CONCURRENCY);
                assertThat(floor.prepare(most -> {}))
                        .hasValueSatisfying(line -> assertThat(line).endsWith(", as -Dfanout.floorSelectors says"));
            }
        }
        assertThat(Threads.startedSince(before, Duration.ofSeconds(20))).isEmpty();
    }

    /** The connections are open before, and stay it. */
    @Slow
    @Test
    void theSearchKeepsTheConnections() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                SocketFloor floor = new SocketFloor(new ClientSettings(server.uri(), CONCURRENCY), 0)) {
            fetch(floor, 100);

            String found =
                    floor.prepare(most -> fetch(floor, Math.min(most, 100))).orElseThrow();
            fetch(floor, 1000);

            assertThat(found)
                    .containsPattern(
                            "^[1-9][0-9]* selectors?( of those tried: 1 .* a batch|: there is one processor.*)$");
            assertThat(floor.leasedConnections()).isZero();
            assertThat(server.counters().connections()).isBetween(1L, (long) CONCURRENCY);
        }
    }

    /** All that a client must do, with three selectors, as with the one that it has in these tests otherwise. */
    @NeedsJvm
    @Test
    void theContractIsKeptWithThreeSelectors() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D" + Strategies.ONLY + "=" + Strategy.SOCKET_FLOOR,
                "-D" + SocketFloor.SELECTORS + "=3",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TestRunner.class.getName()));
        command.addAll(CONTRACT);

        Shell shell = Shell.run(Path.of("").toAbsolutePath(), Map.of(), command);

        assertThat(shell.status()).as(shell.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "", "10000"})
    void aNumberThatIsNoneIsRefused(String given) throws Exception {
        System.setProperty(SocketFloor.SELECTORS, given);
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            assertThatThrownBy(() -> new SocketFloor(new ClientSettings(server.uri(), 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("-Dfanout.floorSelectors is " + given + ", must be 1 to 9999");
        } finally {
            System.clearProperty(SocketFloor.SELECTORS);
        }
    }

    private static long floorThreads(Set<Thread> before) throws InterruptedException {
        return Threads.startedSince(before, Duration.ZERO).stream()
                .filter(thread -> thread.getName().equals("fanout-floor"))
                .count();
    }

    private static void fetch(FanOutClient client, int requests) throws InterruptedException {
        Batch batch = new Batch(requests);
        client.fetch(batch);
        batch.verify();
    }
}
