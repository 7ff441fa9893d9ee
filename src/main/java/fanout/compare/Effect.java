package fanout.compare;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * The difference between two sides on the scale of logarithms, with its standard error. A larger value is slower.
 *
 * @param difference mean of the candidate less mean of the baseline
 * @param standardError of the difference; 0 where nothing varies
 * @param degreesOfFreedom of Student's t for the standard error
 * @param pairs how many pairs it was estimated from, or 0 if the sides are independent
 */
public record Effect(double difference, double standardError, double degreesOfFreedom, int pairs) {
    /** Logarithms that differ by less are of the same score in two units. */
    private static final double ROUNDING = 1e-12;

    /**
     * The effect between independent forks: the difference of the means, with Welch's standard error and degrees of
     * freedom.
     *
     * @param baseline one logarithm for each fork, at least two
     * @param candidate one logarithm for each fork, at least two
     */
    public static Effect unpaired(double[] baseline, double[] candidate) {
        double difference = mean(candidate) - mean(baseline);
        double error = Math.sqrt(variance(candidate) / candidate.length + variance(baseline) / baseline.length);
        if (error == 0) {
            return new Effect(difference, 0, Double.POSITIVE_INFINITY, 0);
        }
        TTest.Result welch =
                TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(candidate, baseline);
        return new Effect(difference, error, welch.getDegreesOfFreedom(), 0);
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

    /** Two-sided p value of no difference. */
    public double p() {
        if (standardError == 0) {
            return Math.abs(difference) < ROUNDING ? 1 : 0;
        }
        return 2 * t().cumulativeProbability(-Math.abs(difference / standardError));
    }

    /** Half the width of the interval that covers the true difference with this probability. */
    public double halfWidth(double confidence) {
        if (standardError == 0) {
            return 0;
        }
        return standardError * -t().inverseCumulativeProbability((1 - confidence) / 2);
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

    private TDistribution t() {
        return TDistribution.of(degreesOfFreedom);
    }
}
