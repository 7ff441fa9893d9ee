package fanout.cli;

import fanout.record.Manifest;
import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.ForkOrder;
import fanout.run.IterationOptions;
import fanout.run.IterationPlan;
import fanout.run.Privacy;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import fanout.run.ThisBuild;
import fanout.run.ThisHost;
import fanout.selection.BenchmarkSelector;
import fanout.selection.JmhSuite;
import fanout.selection.Scenario;
import fanout.selection.Selection;
import fanout.selection.SkippedBenchmark;
import fanout.server.ForkedServer;
import fanout.server.ServerConditions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prepares a new run: checks its settings, and creates its folder. */
final class NewRun {
    static final int DEFAULT_ROUNDS = 5;
    private static final int QUICK_ROUNDS = 3;

    /**
     * The benchmarks that a run measures by default. Other classes, each with conditions of its own, run only when they
     * are named.
     */
    private static final List<String> DEFAULT_BENCHMARKS = List.of("FanOutBenchmark");

    private static final IterationOptions QUICK = new IterationOptions(3, "1s", 3, "500ms");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The memory of one JVM: its heap, and what it takes in addition. */
    private static final long FORK_BYTES = 1_500L << 20;

    private static final double SHARE_OF_MEMORY = 0.8;

    private final RunOptions given;
    private final Path results;

    NewRun(RunOptions given, Path results) {
        this.given = given;
        this.results = results;
    }

    /**
     * Checks everything, then creates the folder.
     *
     * @param commandLine for the manifest
     * @throws UsageException if a flag can't be used, or the folder is there already
     */
    PreparedRun begin(List<String> commandLine) throws UsageException {
        List<ArmSettings> arms = ArmSetups.settings(given.arms);
        List<JmhSuite> suites = ArmSetups.suites(arms);
        RunSettings settings = settings(arms, suites.stream().anyMatch(JmhSuite::hasBenchmarks));
        Selection selection = select(settings, suites);
        ProfilerCheck.check(settings.jmh().profilers(), suites);
        List<String> flags = ForkArguments.of(settings, selection.benchmarks());
        List<ArmSetup> setups = ArmSetups.of(arms, suites, settings.control(), flags);
        RunPlan plan = RunPlan.of(settings, setups, selection.scenarios());
        List<String> leftOut = Stream.of(plan.skipped(), selection.skipped())
                .flatMap(List::stream)
                .map(SkippedBenchmark::toString)
                .toList();
        if (plan.arms().isEmpty()) {
            throw new UsageException("there is nothing to measure: " + String.join("; ", leftOut));
        }
        IterationPlan iterations = new IterationPlan(settings, selection.benchmarks());
        requireTime(settings, iterations, plan);
        return new PreparedRun(
                plan, settings, create(manifest(settings, plan, leftOut, flags, commandLine)), iterations);
    }

    private static Selection select(RunSettings settings, List<JmhSuite> suites) throws UsageException {
        try {
            return new BenchmarkSelector()
                    .select(
                            settings.benchmarks(),
                            settings.params(),
                            settings.jmh().words(),
                            suites);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** @param others whether an arm has benchmarks of its own, which are then all measured by default */
    private RunSettings settings(List<ArmSettings> arms, boolean others) throws UsageException {
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
                    ForkArguments.ofEveryBenchmark(),
                    given.jmhFlags(),
                    arms);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
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

    /** A run until it is decided takes three rounds at least. */
    private static void requireTime(RunSettings settings, IterationPlan iterations, RunPlan plan)
            throws UsageException {
        if (settings.until() == null) {
            return;
        }
        if (plan.arms().size() < 2) {
            throw new UsageException("--until: there is nothing to compare, one benchmark with one arm");
        }
        double seconds = iterations.firstRoundSeconds(plan) + (Rounds.FEWEST - 1) * iterations.laterRoundSeconds(plan);
        if (settings.atMostSeconds() != null && seconds > settings.atMostSeconds()) {
            throw new UsageException("--at-most is " + DurationFlag.minutes(settings.atMostSeconds())
                    + " min, but three rounds, the fewest for a verdict, take about " + DurationFlag.minutes(seconds)
                    + " min");
        }
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

    private Manifest manifest(
            RunSettings settings, RunPlan plan, List<String> leftOut, List<String> flags, List<String> commandLine) {
        Privacy privacy = Privacy.ofThisUser();
        List<String> benchmarks =
                plan.scenarios().stream().map(Scenario::benchmark).toList();
        return new Manifest(
                Manifest.SCHEMA,
                privacy.hide(String.join(" ", commandLine)),
                settings.seed(),
                ThisBuild.project(),
                ThisBuild.dependencies(),
                ThisHost.read(),
                plan.setups().stream()
                        .map(setup -> setup.toRecord(flags, benchmarks))
                        .toList(),
                settings.order().toString(),
                settings.order() == ForkOrder.TURNS,
                settings.hidden(privacy).toJson(),
                leftOut,
                List.of(),
                null,
                settings.until() == null ? null : List.of(),
                List.of());
    }

    private RunFolderWriter create(Manifest manifest) throws UsageException {
        String name = SECOND.format(Instant.now()) + "-" + manifest.host().name();
        for (int number = 1; ; number++) {
            Path folder = given.out != null ? given.out : results.resolve(number == 1 ? name : name + "-" + number);
            try {
                return RunFolderWriter.create(folder, manifest);
            } catch (FileAlreadyExistsException e) {
                if (given.out != null) {
                    throw new UsageException(
                            "--out " + folder + ": is there already, and nothing is overwritten; to go"
                                    + " on with a run: --resume " + folder,
                            e);
                }
            } catch (IOException e) {
                throw new UsageException(folder + ": can't be created (" + e + ")", e);
            }
        }
    }
}
