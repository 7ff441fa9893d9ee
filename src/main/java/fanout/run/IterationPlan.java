package fanout.run;

import fanout.record.WarmUpRecord;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * How many iterations the next forks have. What flags give is fixed. Otherwise a run learns, from its own rounds so
 * far, how long a benchmark warms up ({@link WarmUpRule}) and how many iterations are worth measuring
 * ({@link OptimalIterations}). It is a pure function of the forks in the run's folder, so that a resumed run goes on as
 * it would have.
 */
public final class IterationPlan {
    private final RunSettings settings;
    private final Map<String, Iterations> own = new HashMap<>();

    /** @param benchmarks those of the run, and perhaps others */
    public IterationPlan(RunSettings settings, Collection<BenchmarkListEntry> benchmarks) {
        this.settings = settings;
        benchmarks.forEach(benchmark -> own.put(
                key(benchmark.getUsername(), benchmark.getMode()),
                Iterations.of(benchmark, settings.iterationsOf(benchmark.getMode()))));
    }

    private static String key(String benchmark, Mode mode) {
        return benchmark + " " + mode.shortLabel();
    }

    private Iterations own(Scenario scenario) {
        return own.get(key(scenario.benchmark(), mode(scenario)));
    }

    private static Mode mode(Scenario scenario) {
        return Mode.deepValueOf(scenario.mode());
    }

    /**
     * Whether the warm-up of this benchmark is learned. A single shot has none, nor has a benchmark whose annotation
     * says so; and in JMH's own order all forks of an arm would be over before those of the next one had shown how long
     * they need.
     */
    private boolean learns(Scenario scenario) {
        Mode mode = mode(scenario);
        return mode != Mode.SingleShotTime
                && settings.order() != ForkOrder.JMH
                && settings.iterationsOf(mode).warmupCount() == null
                && own.containsKey(key(scenario.benchmark(), mode))
                && own(scenario).warmupCount() > 0;
    }

    /** The iterations of the next fork. */
    IterationOptions options(Scenario scenario, List<RecordedFork> forks) {
        IterationOptions given = settings.iterationsOf(mode(scenario));
        if (!learns(scenario)) {
            return given;
        }
        Iterations next = next(scenario, forks);
        return new IterationOptions(
                next.warmupCount(), given.warmupTime(), next.measurementCount(), given.measurementTime());
    }

    private Iterations next(Scenario scenario, List<RecordedFork> forks) {
        Iterations iterations = own(scenario);
        if (!learns(scenario)) {
            return iterations;
        }
        boolean given = settings.iterationsOf(mode(scenario)).measurementCount() != null;
        return iterations.with(
                warmUp(scenario, forks).count(),
                given
                        ? iterations.measurementCount()
                        : OptimalIterations.count(together(scenario, forks), iterations.measurementCount()));
    }

    private LearnedWarmUp warmUp(Scenario scenario, List<RecordedFork> forks) {
        boolean rate = mode(scenario) == Mode.Throughput;
        return LearnedWarmUp.of(
                own(scenario),
                rate,
                forks.stream().filter(fork -> fork.isOf(scenario)).toList());
    }

    /**
     * The forks that are compared with those of this benchmark, round by round: those of all arms or, if there is only
     * one, those of the other benchmarks.
     */
    private List<Map<String, RecordedFork>> together(Scenario scenario, List<RecordedFork> forks) {
        boolean several = settings.arms().size() > 1;
        Map<Integer, Map<String, RecordedFork>> rounds = new TreeMap<>();
        for (RecordedFork fork : forks) {
            if (!several || fork.isOf(scenario)) {
                String arm = fork.record().label() + " " + fork.record().benchmark()
                        + fork.record().params();
                rounds.computeIfAbsent(fork.record().round(), round -> new TreeMap<>())
                        .put(arm, fork);
            }
        }
        return new ArrayList<>(rounds.values());
    }

    /** What was learned of each benchmark, for the manifest; null if no warm-up is learned. */
    List<WarmUpRecord> records(List<Scenario> scenarios, List<RecordedFork> forks) {
        List<WarmUpRecord> records = scenarios.stream()
                .filter(this::learns)
                .map(scenario -> warmUp(scenario, forks).toRecord(scenario))
                .toList();
        return records.isEmpty() ? null : records;
    }

    /** How long one fork for each of these arms will take together, in seconds, roughly. */
    public double seconds(Collection<Arm> arms, RunFolderWriter directory) {
        return seconds(arms, directory.forks());
    }

    private double seconds(Collection<Arm> arms, List<RecordedFork> forks) {
        return arms.stream()
                .mapToDouble(arm -> next(arm.scenario(), forks).seconds())
                .sum();
    }

    /** How long the first round will take. */
    public double firstRoundSeconds(RunPlan plan) {
        return seconds(plan.arms(), List.of());
    }

    /** How long a fork of the first round will take. */
    public double secondsPerFork(RunPlan plan) {
        return firstRoundSeconds(plan) / Math.max(1, plan.arms().size());
    }

    /** How long the next rounds will take each, if half of the first warm-up is enough wherever it is learned. */
    public double laterRoundSeconds(RunPlan plan) {
        return plan.arms().stream()
                .mapToDouble(arm -> {
                    Iterations first = next(arm.scenario(), List.of());
                    boolean shorter = learns(arm.scenario());
                    return shorter
                            ? first.with(first.warmupCount() / 2, first.measurementCount())
                                    .seconds()
                            : first.seconds();
                })
                .sum();
    }
}
