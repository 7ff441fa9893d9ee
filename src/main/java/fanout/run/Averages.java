package fanout.run;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Averages that ignore null, which means "not observed". The average of no values is null. */
final class Averages {
    private static final double DIGITS = 1e4;

    private Averages() {}

    /** The mean, to four decimals. */
    static Double mean(Stream<Double> values) {
        var mean =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? rounded(mean.getAsDouble()) : null;
    }

    /** The median, to four decimals; of an even number of values, the mean of the two in the middle. */
    static Double median(Stream<Double> values) {
        double[] known =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
        return known.length == 0 ? null : rounded(Median.withDefaults().evaluate(known));
    }

    /** The value, to four decimals. */
    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
