package fanout.report.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The axis on which the scores of several benchmarks lie, one below the other. Positions are percentages of its width.
 *
 * @param axis of the scores
 * @param grid its lines, and their labels
 */
public record ScoreAxis(Axis axis, List<GridLine> grid) {
    /** Scores that differ by more are drawn on a logarithmic axis: on a linear one the small ones were all at 0. */
    private static final double WIDEST_LINEAR = 8;

    /** Scores that differ by less are drawn without the zero: from there, none would look different. */
    private static final double NARROWEST_FROM_ZERO = 2;

    private static final double MARGIN = 1.05;

    /**
     * An interval as it is drawn.
     *
     * @param from its beginning
     * @param to its end
     */
    public record Bar(String from, String to) {}

    /** The axis for these scores and ends of intervals; those that are not finite don't count. */
    public static ScoreAxis of(double... values) {
        Axis axis = axis(DoubleStream.of(values).filter(Double::isFinite).toArray());
        return new ScoreAxis(
                axis,
                axis.ticks().stream()
                        .map(tick -> new GridLine(percent(axis.at(tick.value())), tick.label(), false))
                        .toList());
    }

    private static Axis axis(double[] values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        if (low <= 0 || high / low < NARROWEST_FROM_ZERO) {
            return Axis.linear(DoubleStream.of(values));
        }
        return high / low > WIDEST_LINEAR ? Axis.logarithmic(values) : Axis.linear(0, high * MARGIN);
    }

    /** Where a score is. */
    public String at(double score) {
        return percent(axis.at(score));
    }

    /** The interval as a line; none where an end is not known. */
    public List<Bar> bar(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? List.of(new Bar(at(low), at(high))) : List.of();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
