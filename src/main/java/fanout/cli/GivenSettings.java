package fanout.cli;

import fanout.record.BenchmarkParameter;
import fanout.record.JvmOptions;
import fanout.run.ArmSettings;
import fanout.run.ForkOrder;
import fanout.run.IterationOptions;
import fanout.run.RunSettings;
import fanout.run.ThisHost;
import fanout.server.ForkedServer;
import fanout.server.ServerConditions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The settings of a new run: what the flags say, and the defaults.
 *
 * <p>Tested by {@code fanout.cli.RunUsageTest} and {@code fanout.cli.RunTest}.
 */
record GivenSettings(RunOptions given) {
    private static final int DEFAULT_ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;

    /**
     * The benchmarks that a run measures by default. Other classes, each with conditions of its own, run only when they
     * are named.
     */
    private static final List<String> DEFAULT_BENCHMARKS = List.of("FanOutBenchmark");

    private static final IterationOptions QUICK = new IterationOptions(3, "1s", 3, "500ms");

    /** The memory of one JVM: its heap, and what it takes in addition. */
    private static final long FORK_BYTES = 1_500L << 20;

    private static final double SHARE_OF_MEMORY = 0.8;

    /**
     * The settings of these arms.
     *
     * @param others whether an arm has benchmarks of its own, which are then all measured by default
     * @throws UsageException if a flag can't be used
     */
    RunSettings of(List<ArmSettings> arms, boolean others) throws UsageException {
        boolean quick = Boolean.TRUE.equals(given.quick);
        try {
            IterationOptions iterations = given.iterations();
            Map<String, List<String>> params = ParameterFlags.of(given);
            return new RunSettings(
                    given.benchmarks.isEmpty() && !others ? DEFAULT_BENCHMARKS : given.benchmarks,
                    params,
                    rounds(quick),
                    given.until(),
                    given.atMostSeconds(),
                    given.order == null ? ForkOrder.TURNS : given.order,
                    alive(arms, isForked(params)),
                    Boolean.TRUE.equals(given.control),
                    given.seed == null ? System.currentTimeMillis() : given.seed,
                    iterations,
                    quick ? QUICK : IterationOptions.OF_THE_BENCHMARK,
                    serverJvm(params),
                    false,
                    PinnedRun.given(given.cpus, given.serverCpus),
                    ForkArguments.ofEveryBenchmark(),
                    given.jmhFlags(),
                    arms);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /**
     * The same settings, with a server that is the same for all arms if {@link ServerOfRun#isHeld} says so, and neither
     * a flag nor an arm's option says which it is to be.
     *
     * @throws UsageException if the JVM that the property names can't be used
     */
    RunSettings withServer(RunSettings settings, Collection<BenchmarkListEntry> benchmarks) throws UsageException {
        boolean named = settings.arms().stream()
                .flatMap(arm -> JvmOptions.values(arm.options(), ForkedServer.JVM))
                .findAny()
                .isPresent();
        boolean asked = named || settings.params().containsKey(BenchmarkParameter.SERVER.toString());
        RunSettings served = asked || !ServerOfRun.isHeld(settings.arms(), benchmarks)
                ? settings
                : settings.holdingServer(serverJvm(settings.holdingServer("").measuredParams()));
        PinnedRun.requireServer(served);
        return served;
    }

    private int rounds(boolean quick) {
        if (given.until != null) {
            return Rounds.MOST;
        }
        return given.rounds != null ? given.rounds : quick ? QUICK_ROUNDS : DEFAULT_ROUNDS;
    }

    /**
     * What is compared takes its turns side by side: the arms of one benchmark, where there are several, or else all
     * benchmarks. The nearer two turns are, the more of the machine's noise they share.
     */
    private int alive(List<ArmSettings> arms, boolean forked) {
        return given.alive != null ? given.alive : arms.size() > 1 ? 1 : affordable(forked);
    }

    /** A forked server has as much heap as its fork. */
    private static int affordable(boolean forked) {
        long bytes = forked ? 2 * FORK_BYTES : FORK_BYTES;
        return (int) Math.max(1, SHARE_OF_MEMORY * ThisHost.availableMemoryBytes() / bytes);
    }

    private static boolean isForked(Map<String, List<String>> params) {
        return params.getOrDefault("server", List.of()).contains(ServerConditions.FORKED);
    }

    /** The JVM that the flag names, or else the property that JMH's own command line uses. */
    private String serverJvm(Map<String, List<String>> params) throws UsageException {
        String property = System.getProperty(ForkedServer.JVM);
        if (given.serverJvm == null && (property == null || !isForked(params))) {
            return "";
        }
        Path home = given.serverJvm == null ? Path.of(property) : given.serverJvm;
        ArmSetups.facts(home, "--server-jvm " + home, List.of());
        return home.toAbsolutePath().toString();
    }
}
