package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The centre of one metric's forks, and the interval of that centre.
 *
 * @param score geometric mean of the forks' medians, in the metric's unit; NaN if there is none
 * @param low end of the interval of Student's t on the forks' logarithms; NaN with fewer than two forks
 * @param high the other end; NaN with fewer than two forks
 * @param forks how many forks it is made of
 */
public record ScoreSummary(double score, double low, double high, int forks) {
    /** @param alpha the interval is of confidence 1 - alpha */
    public static ScoreSummary of(Metric metric, double alpha) {
        double[] logs = metric.forks().stream()
                .mapToDouble(ForkSamples::median)
                .map(Math::log)
                .filter(Double::isFinite)
                .toArray();
        if (logs.length == 0) {
            return new ScoreSummary(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double mean = Mean.of(logs).getAsDouble();
        double half = logs.length < 2 ? Double.NaN : Effect.paired(logs).halfWidth(1 - alpha);
        return new ScoreSummary(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), logs.length);
    }
}
