package fanout.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Of what was observed, where it was observed: null stands for nothing. */
final class Averages {
    private static final double DIGITS = 1e4;

    private Averages() {}

    /** To four decimals. */
    static Double mean(Stream<Double> values) {
        var mean =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? rounded(mean.getAsDouble()) : null;
    }

    /** To four decimals; of two in the middle, the larger. */
    static Double median(Stream<Double> values) {
        List<Double> sorted = values.filter(Objects::nonNull).sorted().toList();
        return sorted.isEmpty() ? null : rounded(sorted.get(sorted.size() / 2));
    }

    /** To four decimals. */
    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
