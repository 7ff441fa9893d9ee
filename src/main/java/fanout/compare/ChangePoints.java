package fanout.compare;

import fanout.results.ForkSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Finds where the scores of many runs moved beyond their noise.
 *
 * <p>The rule: at each place of a line that has {@value #FEWEST_A_SIDE} runs or more on either side, the runs before it
 * are compared with those after it by Wilcoxon's rank sum. The line moves at a place if p, times the number of places
 * in all lines, is at most alpha, and the medians of both sides differ by the threshold or more. Of several such places
 * it is the one whose rank sum lies furthest out; both parts are then searched again by the same rule. Where runs are
 * like the ones before them ({@link SerialCorrelation} rho), their normal deviate is divided by the root of
 * (1 + rho) / (1 - rho), by which their means scatter more.
 *
 * <p>Where nothing changes and no run depends on another, the probability of even one false alarm in all lines together
 * is at most alpha, whatever the distribution of the scores. {@code fanout.study.HistoryStudy} measures it, for runs
 * that depend on each other, too.
 */
public final class ChangePoints {
    /** Fewer runs are no level: one or two may be those of a bad night. */
    public static final int FEWEST_A_SIDE = 3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] line;
    private final Criteria criteria;
    private final long places;
    private final double stretch;
    private final SortedMap<Integer, Double> found = new TreeMap<>();

    private ChangePoints(double[] line, Criteria criteria, long places) {
        this.line = line;
        this.criteria = criteria;
        this.places = places;
        double correlation = SerialCorrelation.of(line);
        this.stretch = Math.sqrt((1 + correlation) / (1 - correlation));
    }

    /**
     * The shifts of each line, in the order of its runs.
     *
     * @param lines the logarithms of time, in the order of the runs
     */
    public static List<List<LevelShift>> of(List<double[]> lines, Criteria criteria) {
        int fewest = fewestRuns(1, criteria.alpha());
        long places = lines.stream()
                .filter(line -> line.length >= fewest)
                .mapToLong(line -> places(line.length))
                .sum();
        return lines.stream()
                .map(line -> line.length < fewest
                        ? List.<LevelShift>of()
                        : new ChangePoints(line, criteria, places).shifts())
                .toList();
    }

    private static int places(int runs) {
        return Math.max(0, runs - 2 * FEWEST_A_SIDE + 1);
    }

    /** How many runs each of so many lines needs so that a shift in its middle can be found. */
    public static int fewestRuns(int lines, double alpha) {
        return IntStream.iterate(2 * FEWEST_A_SIDE, runs -> runs + 1)
                .filter(runs -> RankSum.leastP(runs / 2, runs) * places(runs) * lines <= alpha)
                .findFirst()
                .orElseThrow();
    }

    private List<LevelShift> shifts() {
        search(0, line.length);
        List<Integer> ends = new ArrayList<>(found.keySet());
        ends.add(0, 0);
        ends.add(line.length);
        return IntStream.range(1, ends.size() - 1)
                .mapToObj(index -> new LevelShift(
                        ends.get(index),
                        median(ends.get(index - 1), ends.get(index)),
                        median(ends.get(index), ends.get(index + 1)),
                        found.get(ends.get(index))))
                .toList();
    }

    /** Looks for a shift between two runs, and then before and after it. */
    private void search(int from, int to) {
        split(from, to).ifPresent(best -> {
            found.put(best.first(), best.p());
            search(from, best.first());
            search(best.first(), to);
        });
    }

    private Optional<Split> split(int from, int to) {
        int runs = to - from;
        double[] ranks = RankSum.ranks(Arrays.copyOfRange(line, from, to));
        Arrays.parallelPrefix(ranks, Double::sum);
        return IntStream.rangeClosed(FEWEST_A_SIDE, runs - FEWEST_A_SIDE)
                .mapToObj(before -> new Split(
                        from + before,
                        Math.abs(RankSum.distance(ranks[before - 1], before, runs)),
                        places * p(ranks[before - 1], before, runs)))
                .filter(split -> split.p() <= criteria.alpha())
                .filter(split ->
                        Math.abs(median(split.first(), to) - median(from, split.first())) >= criteria.logThreshold())
                .max(Comparator.comparingDouble(Split::distance));
    }

    /** Runs that resemble each other count for fewer: what lies so far out is taken for as much less. */
    private double p(double sum, int before, int runs) {
        double alone = Math.max(Double.MIN_NORMAL, RankSum.p(sum, before, runs));
        return stretch == 1
                ? alone
                : 2 * NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(alone / 2) / stretch);
    }

    private double median(int from, int to) {
        return ForkSamples.median(Arrays.copyOfRange(line, from, to));
    }

    /** @param distance of the sum of ranks from its mean, in standard deviations */
    private record Split(int first, double distance, double p) {}
}
