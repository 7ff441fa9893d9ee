package fanout.run;

import fanout.record.IterationRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How many iterations of a fork to measure, so that a given time gives the narrowest interval. T. Kalibera and R. Jones
 * (Rigorous benchmarking in reasonable time, ISMM 2013) derive it from what a fork and an iteration cost, and from the
 * variance between forks and within them: the square root of (cost of a fork / cost of an iteration) x (variance within
 * / variance between).
 *
 * <p>What counts is what is left when the forks of a round are compared: from each score, as a logarithm, the mean of
 * the forks' scores in the same cycle is taken off, and with it what the machine did to all of them.
 *
 * <p>Tested by {@code fanout.run.OptimalIterationsTest}.
 */
final class OptimalIterations {
    private static final int FEWEST_ROUNDS = 3;

    static final int FEWEST = 5;
    static final int MOST = 20;

    private OptimalIterations() {}

    /**
     * A fork's scores as logarithms, without what all forks of a cycle have in common.
     *
     * @param within the variance of its iterations
     * @param mean of its iterations
     */
    private record ForkLevel(double within, double mean, int iterations) {}

    /**
     * The optimum for forks that vary as these did.
     *
     * @param groups the forks of each group and round that were compared with each other, those of one arm in all
     *     rounds having the same key
     * @param unknown what to return where less than three rounds tell of it: of two a variance is hardly known
     */
    static int count(List<Map<String, RecordedFork>> groups, int unknown) {
        Map<String, List<ForkLevel>> arms = new TreeMap<>();
        for (Map<String, RecordedFork> group : groups) {
            levels(group)
                    .forEach((arm, level) ->
                            arms.computeIfAbsent(arm, key -> new ArrayList<>()).add(level));
        }
        List<List<ForkLevel>> repeated = arms.values().stream()
                .filter(levels -> levels.size() >= FEWEST_ROUNDS)
                .toList();
        if (repeated.isEmpty()) {
            return unknown;
        }
        List<ForkLevel> all = repeated.stream().flatMap(List::stream).toList();
        double within = all.stream().mapToDouble(ForkLevel::within).average().orElseThrow();
        double iterations =
                all.stream().mapToInt(ForkLevel::iterations).average().orElseThrow();
        double between = betweenForks(repeated) - within / iterations;
        double optimum = between <= 0 ? MOST : Math.sqrt(costRatio(groups) * within / between);
        return (int) Math.max(FEWEST, Math.min(MOST, Math.round(optimum)));
    }

    /** The variance of the forks' means, pooled over the arms. */
    private static double betweenForks(List<List<ForkLevel>> arms) {
        double squares = 0;
        int freedom = 0;
        for (List<ForkLevel> levels : arms) {
            double[] means = levels.stream().mapToDouble(ForkLevel::mean).toArray();
            squares += Variance.of(means).getAsDouble() * (means.length - 1);
            freedom += means.length - 1;
        }
        return squares / freedom;
    }

    private static Map<String, ForkLevel> levels(Map<String, RecordedFork> group) {
        Map<String, double[]> logs = group.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, arm -> logs(arm.getValue()), (a, b) -> a, TreeMap::new));
        int cycles = logs.values().stream().mapToInt(each -> each.length).min().orElse(0);
        Map<String, ForkLevel> levels = new TreeMap<>();
        if (cycles < 2) {
            return levels;
        }
        double[] common = IntStream.range(0, cycles)
                .mapToDouble(k -> logs.size() < 2 ? 0 : mean(logs.values(), k))
                .toArray();
        logs.forEach((arm, each) -> {
            double[] left = IntStream.range(0, cycles)
                    .mapToDouble(k -> each[k] - common[k])
                    .toArray();
            levels.put(
                    arm,
                    new ForkLevel(Variance.of(left).getAsDouble(), Mean.of(left).getAsDouble(), cycles));
        });
        levels.values().removeIf(level -> !Double.isFinite(level.within()) || !Double.isFinite(level.mean()));
        return levels;
    }

    private static double[] logs(RecordedFork fork) {
        return fork.measured().stream()
                .mapToDouble(iteration -> iteration.score() == null ? Double.NaN : Math.log(iteration.score()))
                .toArray();
    }

    private static double mean(Collection<double[]> logs, int k) {
        return logs.stream().mapToDouble(each -> each[k]).average().orElseThrow();
    }

    /** What a fork costs before its first measured iteration, in measured iterations. */
    private static double costRatio(List<Map<String, RecordedFork>> groups) {
        List<RecordedFork> forks =
                groups.stream().flatMap(group -> group.values().stream()).toList();
        double warmup = forks.stream()
                .mapToDouble(fork -> seconds(fork.warmup()))
                .average()
                .orElse(0);
        double iteration = forks.stream()
                .flatMap(fork -> fork.measured().stream())
                .mapToDouble(OptimalIterations::seconds)
                .average()
                .orElse(1);
        return (Iterations.START_SECONDS + warmup) / iteration;
    }

    private static double seconds(List<IterationRecord> iterations) {
        return iterations.stream().mapToDouble(OptimalIterations::seconds).sum();
    }

    private static double seconds(IterationRecord iteration) {
        return iteration.seconds() == null ? 0 : iteration.seconds();
    }
}
