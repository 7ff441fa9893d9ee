package fanout.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One estimate of how much a difference scatters, and how well that is known: Student's t.
 *
 * <p>Tested by {@code fanout.compare.PublishedVectorsTest}.
 *
 * @param value 0 where nothing varies
 * @param degreesOfFreedom of Student's t
 */
public record StandardError(double value, double degreesOfFreedom) {
    /** Logarithms that differ by less are of the same score in two units. */
    private static final double ROUNDING = 1e-12;

    /** Whether there is no scatter at all, or only that of rounding: then it is no estimate of anything. */
    boolean isNone() {
        return value < ROUNDING;
    }

    /** Two-sided p value of no difference, where this one was seen. */
    double p(double difference) {
        if (value == 0) {
            return Math.abs(difference) < ROUNDING ? 1 : 0;
        }
        return 2 * t().cumulativeProbability(-Math.abs(difference / value));
    }

    /** Half the width of the interval that covers the true difference with this probability. */
    double halfWidth(double confidence) {
        return value == 0 ? 0 : value * -t().inverseCumulativeProbability((1 - confidence) / 2);
    }

    private TDistribution t() {
        return TDistribution.of(degreesOfFreedom);
    }
}
