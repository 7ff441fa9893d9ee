package fanout.study;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The geometric mean of independent ratios, and the interval of Student's t around it.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record RatioInterval(double ratio, double low, double high) {
    /**
     * That of these ratios.
     *
     * @param confidence of the interval, such as 0.95
     */
    public static RatioInterval of(DoubleStream ratios, double confidence) {
        double[] logs = ratios.map(Math::log).toArray();
        double mean = Mean.of(logs).getAsDouble();
        double quantile = TDistribution.of(logs.length - 1).inverseCumulativeProbability((1 + confidence) / 2);
        double half = quantile * StandardDeviation.of(logs).getAsDouble() / Math.sqrt(logs.length);
        return new RatioInterval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }
}
