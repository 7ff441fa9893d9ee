package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fanout.record.CpuPins;
import fanout.selection.Scenario;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsAllCores;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of the forks that are alive together only the one that has the turn works; tested with the real server, clients and
 * JVMs.
 */
@Timeout(180)
@NeedsAllCores
class WaitingForksTest {
    private static final int WARM_UP = 4;
    private static final int MEASURED = 6;

    /** The compiler goes on for a while after a turn, which is why there is a warm-up. */
    private static final double MOST = 0.1;

    /**
     * The second compiler and the threads of a garbage collector go on longer, on a busy machine for much longer: that
     * could not be told from a fork that works while it waits.
     */
    private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    Path folder;

    private final List<ArmSetup> jvms = Jdks.found().stream()
            .map(jdk -> ArmSetup.plain(String.valueOf(jdk.feature()), jdk.home(), facts(jdk)))
            .toList();

    /** CPU time of the fork whose turn it is, and of all others, in the measured turns. */
    private Duration owners = Duration.ZERO;

    private Duration others = Duration.ZERO;

    @Test
    void forksThatWaitUseNoCpu() throws Exception {
        assumeThat(jvms).as("two JVMs").hasSizeGreaterThan(1);
        RunSettings settings = new RunSettings(
                List.of(),
                Map.of(),
                1,
                null,
                null,
                ForkOrder.TURNS,
                100,
                false,
                1,
                new IterationOptions(WARM_UP, "500ms", MEASURED, "500ms"),
                IterationOptions.OF_THE_BENCHMARK,
                "",
                false,
                CpuPins.NONE,
                ONE_COMPILER,
                JmhFlags.NONE,
                List.of());
        JmhLog log = new JmhLog(new PrintStream(OutputStream.nullOutputStream()));
        Observer observer = new Observer();
        ForkGroup forkGroup = new ForkGroup(1, arms());

        List<FinishedFork> forks = new ForkGroupRunner(
                        new JmhForkLauncher(settings, log, folder),
                        new ThisMachine(),
                        ForkTimeouts.DEFAULT,
                        TurnPauses.TURNS,
                        new TreeMap<>(Map.of("fanout.settleMillis", "100")),
                        observer)
                .run(forkGroup, arm -> settings.iterations(), new Random(1));

        assertThat(forks).hasSize(forkGroup.arms().size());
        assertThat(owners).isGreaterThan(Duration.ofSeconds(1));
        assertThat(others.toMillis())
                .as("CPU time of the fork that waits, in ms, beside %s", owners)
                .isLessThan((long) (owners.toMillis() * MOST));
    }

    private static JvmFacts facts(Jdk jdk) {
        return JvmFacts.of(jdk.java().toString(), List.of());
    }

    /** Two forks, which differ in the JVM, and in the client that is at rest. */
    private List<Arm> arms() {
        return List.of(
                new Arm(jvms.get(0), scenario("blockingThreadPool")),
                new Arm(jvms.get(jvms.size() - 1), scenario("semaphoreAsync")));
    }

    private static Scenario scenario(String method) {
        return new Scenario("fanout.benchmark.FanOutBenchmark." + method, "avgt", new TreeMap<>(), 17, true);
    }

    /** Reads the CPU time of the processes when a turn begins, and so what they used in the turn before. */
    private final class Observer implements RunListener {
        private final Map<Long, Duration> before = new HashMap<>();
        private long owner;
        private final Map<Arm, Long> pids = new HashMap<>();

        @Override
        public void turn(Arm arm, int number, boolean warmup) {
            if (number == 1) {
                identify(arm);
            }
            ProcessHandle.current().descendants().forEach(fork -> {
                Duration now = fork.info().totalCpuDuration().orElse(Duration.ZERO);
                Duration spent = now.minus(before.getOrDefault(fork.pid(), now));
                before.put(fork.pid(), now);
                if (!warmup && number > WARM_UP + 2) {
                    count(fork.pid(), spent);
                }
            });
            owner = pids.get(arm);
        }

        private void count(long pid, Duration spent) {
            if (pid == owner) {
                owners = owners.plus(spent);
            } else {
                others = others.plus(spent);
            }
        }

        /** Hosts start in the group's order, and so their pids rise with it; each has one child, its fork. */
        private void identify(Arm arm) {
            List<Long> forks = ProcessHandle.current()
                    .children()
                    .sorted()
                    .flatMap(ProcessHandle::children)
                    .map(ProcessHandle::pid)
                    .toList();
            List<Arm> all = arms();
            assertThat(forks).hasSameSizeAs(all);
            pids.put(arm, forks.get(all.indexOf(arm)));
        }
    }
}
