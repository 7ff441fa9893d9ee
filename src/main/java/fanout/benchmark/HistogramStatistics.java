package fanout.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.openjdk.jmh.util.AbstractStatistics;

/**
 * Makes JMH's statistics of an HdrHistogram. JMH's own implementations use lists and trees, which take seconds here.
 */
final class HistogramStatistics extends AbstractStatistics {
    private static final long serialVersionUID = 1;

    private final Histogram histogram;
    private final double factor;

    /** @param factor what turns a value of the histogram into one in the unit of the result */
    HistogramStatistics(Histogram histogram, double factor) {
        this.histogram = histogram;
        this.factor = factor;
    }

    private boolean isEmpty() {
        return getN() == 0;
    }

    @Override
    public double getMax() {
        return isEmpty() ? Double.NaN : factor * histogram.getMaxValue();
    }

    @Override
    public double getMin() {
        return isEmpty() ? Double.NaN : factor * histogram.getMinValue();
    }

    @Override
    public long getN() {
        return histogram.getTotalCount();
    }

    @Override
    public double getSum() {
        return isEmpty() ? Double.NaN : factor * histogram.getMean() * getN();
    }

    /** HdrHistogram divides by n, JMH by n - 1. */
    @Override
    public double getVariance() {
        double deviation = factor * histogram.getStdDeviation();
        return getN() < 2 ? Double.NaN : deviation * deviation * getN() / (getN() - 1);
    }

    @Override
    public double getPercentile(double rank) {
        if (!(rank >= 0 && rank <= 100)) {
            throw new IllegalArgumentException("rank is " + rank + ", must be 0 to 100");
        }
        return rank == 0 || isEmpty() ? getMin() : factor * histogram.getValueAtPercentile(rank);
    }

    /** How many values lie in each interval between two levels, the upper one excluded. */
    @Override
    public int[] getHistogram(double[] levels) {
        int[] counts = new int[levels.length - 1];
        int level = 0;
        for (HistogramIterationValue metrics : histogram.recordedValues()) {
            double value = factor * metrics.getValueIteratedTo();
            while (level < counts.length && value >= levels[level + 1]) {
                level++;
            }
            if (level < counts.length && value >= levels[level]) {
                counts[level] += (int) metrics.getCountAtValueIteratedTo();
            }
        }
        return counts;
    }

    @Override
    public Iterator<Map.Entry<Double, Long>> getRawData() {
        List<Map.Entry<Double, Long>> data = new ArrayList<>();
        histogram
                .recordedValues()
                .forEach(metrics -> data.add(
                        Map.entry(factor * metrics.getValueIteratedTo(), metrics.getCountAtValueIteratedTo())));
        return data.iterator();
    }
}
