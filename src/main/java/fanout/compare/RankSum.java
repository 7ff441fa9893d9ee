package fanout.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's rank sum test, which asks of two samples only which of their numbers are the larger ones: so its p holds
 * whatever the distribution is. Exact where one side is small; with many on both sides by the normal approximation,
 * whose p is too large far out, never too small.
 */
final class RankSum {
    private static final int LARGEST_EXACT = 10;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private RankSum() {}

    /** The rank of each number, from 1; equal ones share the mean of their ranks. */
    static double[] ranks(double[] sample) {
        int[] order = IntStream.range(0, sample.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> sample[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[sample.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && sample[order[to]] == sample[order[from]]) {
                to++;
            }
            for (int index = from; index < to; index++) {
                ranks[order[index]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    /**
     * Two-sided p.
     *
     * @param sum of the ranks of one side
     * @param size of that side
     * @param all the size of both sides together
     */
    static double p(double sum, int size, int all) {
        double most = (double) size * (all - size);
        double above = sum - size * (size + 1) / 2.0;
        double extreme = Math.min(above, most - above);
        int smaller = Math.min(size, all - size);
        double tail = smaller <= LARGEST_EXACT
                ? exact(smaller, all - smaller, (int) Math.ceil(extreme))
                : NORMAL.survivalProbability(Math.abs(distance(sum, size, all)) - 0.5 / deviation(size, all));
        return Math.min(1, 2 * tail);
    }

    /** The smallest p that sides of these sizes can have: all numbers of one side are above all of the other. */
    static double leastP(int size, int all) {
        return p(size * (size + 1) / 2.0, size, all);
    }

    /** How far the sum of ranks lies from what it is on average, in its standard deviations. */
    static double distance(double sum, int size, int all) {
        return (sum - size * (all + 1) / 2.0) / deviation(size, all);
    }

    private static double deviation(int size, int all) {
        return Math.sqrt((double) size * (all - size) * (all + 1) / 12);
    }

    /**
     * The probability that the statistic U of sides of these sizes is at most this. The numbers of draws for each U are
     * the coefficients of a Gaussian binomial: the product of (1 - q^(b + i)) / (1 - q^i) for i from 1 to a. Of all
     * draws there are as many as the product of (b + i) / i says.
     */
    private static double exact(int a, int b, int most) {
        double[] share = new double[most + 1];
        share[0] = 1;
        for (int i = 1; i <= a; i++) {
            for (int u = most; u >= b + i; u--) {
                share[u] -= share[u - b - i];
            }
            for (int u = i; u <= most; u++) {
                share[u] += share[u - i];
            }
            for (int u = 0; u <= most; u++) {
                share[u] *= (double) i / (b + i);
            }
        }
        return Arrays.stream(share).sum();
    }
}
