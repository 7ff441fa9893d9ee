package fanout.compare;

import fanout.results.ForkSamples;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The two groups of forks that are in two modes: the JIT compiler decided one way in some and the other way in others.
 *
 * @param lower how many forks are in the faster group
 * @param upper how many forks are in the slower group
 * @param apart the distance between the groups' means, in logarithms
 */
record TwoModes(int lower, int upper, double apart) {
    /** Fewer forks can't show it: three of one mode and three of the other are just two values. */
    static final int FEWEST_FORKS = 8;

    private static final int FEWEST_IN_GROUP = 2;

    /**
     * The gap in standard deviations, times the number of forks. Found by simulation: with it the warning appears for
     * about 1 % of normal and heavy-tailed forks, as the validation study measures.
     */
    private static final double WIDEST_GAP = 40;

    private static final double LEAST_GAP = 3;

    /**
     * The groups on both sides of the widest gap, if it is wide for the scatter within them, and above the threshold.
     */
    static Optional<TwoModes> of(double[] logs, Criteria criteria) {
        if (logs.length < FEWEST_FORKS || Double.isNaN(ForkSamples.median(logs))) {
            return Optional.empty();
        }
        double[] sorted = logs.clone();
        Arrays.sort(sorted);
        int split = split(sorted);
        double[] lower = Arrays.copyOf(sorted, split);
        double[] upper = Arrays.copyOfRange(sorted, split, sorted.length);
        double within = Math.sqrt((squares(lower) + squares(upper)) / (sorted.length - 2));
        double limit = within * Math.max(LEAST_GAP, WIDEST_GAP / sorted.length);
        double apart = Mean.of(upper).getAsDouble() - Mean.of(lower).getAsDouble();
        return sorted[split] - sorted[split - 1] > limit && apart > criteria.logThreshold()
                ? Optional.of(new TwoModes(lower.length, upper.length, apart))
                : Optional.empty();
    }

    /** The index at which the upper group begins: above the widest gap that leaves two forks on both sides. */
    private static int split(double... sorted) {
        int split = FEWEST_IN_GROUP;
        for (int i = split + 1; i <= sorted.length - FEWEST_IN_GROUP; i++) {
            split = sorted[i] - sorted[i - 1] > sorted[split] - sorted[split - 1] ? i : split;
        }
        return split;
    }

    private static double squares(double... values) {
        return Variance.of(values).getAsDouble() * (values.length - 1);
    }
}
