package fanout.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis of a plot.
 *
 * @param low the value at its beginning
 * @param high the value at its end
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks from low to high
 */
public record Axis(double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final int MOST_TICKS = 6;
    private static final double MARGIN = 0.05;

    /** A value that has a line of the grid and a label. */
    public record Tick(double value, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** Where a value is: 0 at the beginning, 1 at the end. A value beyond an end is at that end. */
    public double at(double value) {
        double share = logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** The value at this place: 0 is the beginning, 1 the end. */
    public double valueAt(double share) {
        return logarithmic
                ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
                : low + share * (high - low);
    }

    /** An axis around all these values; those that are not finite don't count. */
    public static Axis linear(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        double margin = high > low ? (high - low) * MARGIN : low == 0 ? 1 : Math.abs(low) * MARGIN;
        return linear(low - margin, high + margin);
    }

    static Axis linear(double low, double high) {
        return new Axis(low, high, false, linearTicks(low, high));
    }

    private static List<Tick> linearTicks(double low, double high) {
        double step = niceStep((high - low) / MOST_TICKS);
        double first = Math.ceil(low / step);
        List<Tick> ticks = new ArrayList<>();
        // The loop is bounded, since adding a step may not change a number near the limits of double.
        for (int i = 0; i <= MOST_TICKS && (first + i) * step <= high; i++) {
            ticks.add(new Tick((first + i) * step, TickLabel.of((first + i) * step)));
        }
        return ticks;
    }

    /** The smallest step of at least this size that is 1, 2 or 5 times a power of ten. */
    public static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5)
                .map(factor -> factor * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    /** A logarithmic axis around all these values; a linear one where one of them is not above zero. */
    public static Axis logarithmic(double[] values) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(1);
        double high = DoubleStream.of(finite).max().orElse(1);
        if (low <= 0) {
            return linear(DoubleStream.of(finite));
        }
        double margin = high > low ? Math.exp(MARGIN * (Math.log(high) - Math.log(low))) : 1 + MARGIN;
        double from = Math.max(low / margin, Double.MIN_NORMAL);
        double to = Math.min(high * margin, Double.MAX_VALUE);
        return new Axis(from, to, true, logTicks(from, to));
    }

    /** 1, 2 and 5 in each decade; over many decades only powers of ten, or every second or third of those. */
    private static List<Tick> logTicks(double low, double high) {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        int decades = last - first;
        if (high / low < 3) {
            return linearTicks(low, high);
        }
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, (decades + MOST_TICKS - 1) / MOST_TICKS);
        for (int exponent = Math.floorDiv(first, every) * every; exponent <= last; exponent += every) {
            for (double factor : decades <= 3 ? new double[] {1, 2, 5} : new double[] {1}) {
                double value = factor * Math.pow(10, exponent);
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, TickLabel.of(value)));
                }
            }
        }
        return ticks;
    }
}
