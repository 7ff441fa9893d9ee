package fanout.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference between two sides on the scale of logarithms, larger is slower, with what is known of its error.
 *
 * @param difference mean of the candidate less mean of the baseline
 * @param standardError of the difference; 0 where nothing varies
 * @param degreesOfFreedom of Student's t for the standard error
 * @param pairs how many pairs it rests on, or 0 if the sides are independent
 */
public record Effect(double difference, double standardError, double degreesOfFreedom, int pairs) {
    /** Logarithms that differ by less are of the same score in two units. */
    private static final double ROUNDING = 1e-12;

    /** Whether it comes from pairs. */
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
