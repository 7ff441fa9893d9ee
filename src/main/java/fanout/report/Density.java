package fanout.report;

import fanout.report.plot.Series;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How often scores occur, as a smooth curve: a Gaussian kernel on their logarithms, of the width that Silverman's rule
 * gives (Density Estimation for Statistics and Data Analysis, 1986, equation 3.31).
 *
 * <p>Tested by {@code fanout.report.DensityPlotTest}.
 */
final class Density {
    private static final int POINTS = 64;

    /** Beyond so many widths from the outermost score the curve is at 0. */
    private static final double REACH = 3;

    private static final double FACTOR = 0.9;
    private static final double QUARTILES_TO_DEVIATION = 1.34;

    private final double[] logs;
    private final double width;

    /** @param scores two or more that differ, all above zero */
    Density(double... scores) {
        this.logs = DoubleStream.of(scores).map(Math::log).sorted().toArray();
        this.width = FACTOR * spread(logs) * Math.pow(logs.length, -1.0 / 5);
    }

    private static double spread(double... logs) {
        double[] quartiles = Quantile.withDefaults().evaluate(logs, 0.25, 0.75);
        double deviation = StandardDeviation.of(logs).getAsDouble();
        double ofQuartiles = (quartiles[1] - quartiles[0]) / QUARTILES_TO_DEVIATION;
        return ofQuartiles > 0 ? Math.min(deviation, ofQuartiles) : deviation;
    }

    /** The density of a score's logarithm. */
    double at(double score) {
        return DoubleStream.of(logs)
                        .map(log -> (Math.log(score) - log) / width)
                        .map(distance -> Math.exp(-distance * distance / 2))
                        .sum()
                / (logs.length * width * Math.sqrt(2 * Math.PI));
    }

    /** The curve from one end to the other. */
    List<Series.Point> curve() {
        double low = logs[0] - REACH * width;
        double high = logs[logs.length - 1] + REACH * width;
        return IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> Math.exp(low + (high - low) * i / POINTS))
                .mapToObj(score -> new Series.Point(score, at(score)))
                .toList();
    }
}
