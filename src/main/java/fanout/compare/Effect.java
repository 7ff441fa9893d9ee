package fanout.compare;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * The difference between two sides on the scale of logarithms, with its standard error. A larger value is slower.
 *
 * <p>Where the standard error can be estimated in two ways, the effect claims no more than either of them allows: its
 * interval is the wider of the two, and its p value the larger. Which one is wider depends on the confidence, since a
 * larger error may have more degrees of freedom. So it is decided for each confidence anew, and then the interval of
 * confidence 1 - p still ends at no difference.
 *
 * <p>Tested by {@code fanout.compare.UnequalForksTest} and {@code fanout.compare.PublishedVectorsTest}.
 *
 * @param difference mean of the candidate less mean of the baseline
 * @param standardErrors of the difference, at least one
 * @param pairs how many pairs it was estimated from, or 0 if the sides are independent
 * @param looks how often it was looked at while pairs were added, so that a clear one could end the run; 0 if their
 *     number was fixed. The p value and the intervals are then those over all looks: {@link AlphaSpending}
 */
public record Effect(double difference, List<StandardError> standardErrors, int pairs, int looks) {
    public Effect {
        standardErrors = List.copyOf(standardErrors);
        if (standardErrors.isEmpty()) {
            throw new IllegalArgumentException("an effect takes a standard error");
        }
    }

    /** Not looked at before. */
    public Effect(double difference, List<StandardError> standardErrors, int pairs) {
        this(difference, standardErrors, pairs, 0);
    }

    /** With a single standard error. */
    public Effect(double difference, double standardError, double degreesOfFreedom, int pairs) {
        this(difference, List.of(new StandardError(standardError, degreesOfFreedom)), pairs, 0);
    }

    /**
     * The effect between independent forks: the difference of the means, with Welch's standard error and degrees of
     * freedom.
     *
     * <p>With unequal numbers of forks it has the pooled standard error, too. Welch's alone rests on the side with the
     * few forks, and if forks are in two modes, these few may happen to be all in one. Then they scatter little, and
     * Welch's interval is far too narrow: of 30 forks against 3 without a change it finds one in 21 of 100 comparisons,
     * where the wider of both does in 2 (both are in the validation study). With equal numbers the two errors are
     * the same, and Welch's degrees of freedom are fewer.
     *
     * @param baseline one logarithm for each fork, at least two
     * @param candidate one logarithm for each fork, at least two
     */
    public static Effect unpaired(double[] baseline, double[] candidate) {
        double difference = mean(candidate) - mean(baseline);
        StandardError welch = welch(baseline, candidate);
        return baseline.length == candidate.length
                ? new Effect(difference, List.of(welch), 0)
                : new Effect(difference, List.of(welch, pooled(baseline, candidate)), 0);
    }

    /** Welch's standard error. It allows for sides that scatter differently. */
    static StandardError welch(double[] baseline, double[] candidate) {
        double error = Math.sqrt(variance(candidate) / candidate.length + variance(baseline) / baseline.length);
        if (error == 0) {
            return new StandardError(0, Double.POSITIVE_INFINITY);
        }
        TTest.Result welch =
                TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(candidate, baseline);
        return new StandardError(error, welch.getDegreesOfFreedom());
    }

    /** Student's standard error. It takes the scatter of both sides for the same, and estimates it from all forks. */
    private static StandardError pooled(double[] baseline, double[] candidate) {
        double freedom = baseline.length + candidate.length - 2.0;
        double squares = variance(baseline) * (baseline.length - 1) + variance(candidate) * (candidate.length - 1);
        return new StandardError(
                Math.sqrt(squares / freedom * (1.0 / baseline.length + 1.0 / candidate.length)), freedom);
    }

    /**
     * The effect between forks that took turns: the mean of the differences within the rounds, with its standard error.
     *
     * @param differences one for each round, at least two
     */
    public static Effect paired(double[] differences) {
        double error = Math.sqrt(variance(differences) / differences.length);
        return new Effect(mean(differences), error, differences.length - 1.0, differences.length);
    }

    /** The same effect, looked at so often; 0 for once, as planned. */
    public Effect lookedAt(int times) {
        return new Effect(difference, standardErrors, pairs, times);
    }

    private static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    private static double variance(double[] values) {
        return Variance.of(values).getAsDouble();
    }

    /** Whether it was estimated from pairs. */
    public boolean paired() {
        return pairs > 0;
    }

    /** The largest standard error. */
    public double standardError() {
        return standardErrors.stream().mapToDouble(StandardError::value).max().orElseThrow();
    }

    /** Whether nothing varies, so that nobody can say how much further forks would. */
    boolean hasNoScatter() {
        return standardErrors.stream().allMatch(StandardError::isNone);
    }

    /** Two-sided p value of no difference. */
    public double p() {
        double p = standardErrors.stream()
                .mapToDouble(error -> error.p(difference))
                .max()
                .orElseThrow();
        return looks == 0 ? p : AlphaSpending.overall(p, looks);
    }

    /** Half the width of the interval that covers the true difference with this probability. */
    public double halfWidth(double confidence) {
        double once = looks == 0 ? confidence : 1 - AlphaSpending.nominal(1 - confidence, looks);
        return standardErrors.stream()
                .mapToDouble(error -> error.halfWidth(once))
                .max()
                .orElseThrow();
    }

    /** The lower end of the interval, as a relative change. */
    public double low(double confidence) {
        return Math.expm1(difference - halfWidth(confidence));
    }

    /** The upper end of the interval, as a relative change. */
    public double high(double confidence) {
        return Math.expm1(difference + halfWidth(confidence));
    }

    /** The relative change of time: 0.05 is 5 % slower. */
    public double change() {
        return Math.expm1(difference);
    }
}
