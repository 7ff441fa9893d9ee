package fanout.run;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Averages of what was observed; a value that is null was not observed, and an average of none is null. */
final class Averages {
    private static final double DIGITS = 1e4;

    private Averages() {}

    /** To four decimals. */
    static Double mean(Stream<Double> values) {
        var mean =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? rounded(mean.getAsDouble()) : null;
    }

    /** To four decimals; of an even number, the mean of the two in the middle. */
    static Double median(Stream<Double> values) {
        double[] known =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
        return known.length == 0 ? null : rounded(Median.withDefaults().evaluate(known));
    }

    /** To four decimals. */
    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
