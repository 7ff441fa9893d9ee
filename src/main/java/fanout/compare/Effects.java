package fanout.compare;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/** Estimates effects from one number a fork, or one a round; at least two of them. */
public final class Effects {
    private Effects() {}

    /** Independent forks: the difference of the means, with Welch's standard error and degrees of freedom. */
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

    /** Rounds: the mean of the differences within each, with the standard error of that mean. */
    public static Effect paired(double[] differences) {
        double error = Math.sqrt(variance(differences) / differences.length);
        return new Effect(mean(differences), error, differences.length - 1.0, differences.length);
    }

    static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    static double variance(double[] values) {
        return Variance.of(values).getAsDouble();
    }
}
