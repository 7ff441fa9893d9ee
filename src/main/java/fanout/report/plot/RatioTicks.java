package fanout.report.plot;

import java.util.ArrayList;
import java.util.List;

/** The ticks of an axis of ratios: changes in percent as long as they are small, else factors. */
final class RatioTicks {
    private static final double SMALL = 1.6;
    private static final int MOST_TICKS = 8;
    private static final double[] PERCENT_STEPS = {0.5, 1, 2, 5, 10, 20, 50};

    /** The multiples within each power of ten: the first list of which all ticks have room is taken. */
    private static final double[][] FACTORS = {{1, 2, 5}, {1, 3}, {1}};

    private RatioTicks() {}

    static List<Axis.Tick> of(double low, double high, boolean percent) {
        return percent && high < SMALL && low > 1 / SMALL ? percents(low, high) : factors(low, high);
    }

    private static List<Axis.Tick> percents(double low, double high) {
        double step = PERCENT_STEPS[PERCENT_STEPS.length - 1];
        for (int i = PERCENT_STEPS.length - 1; i >= 0 && (high - low) * 100 / PERCENT_STEPS[i] <= MOST_TICKS - 2; i--) {
            step = PERCENT_STEPS[i];
        }
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double index = Math.ceil((low - 1) * 100 / step); index * step <= (high - 1) * 100; index++) {
            double change = index * step;
            ticks.add(new Axis.Tick(1 + change / 100, (change > 0 ? "+" : "") + TickLabel.of(change) + " %"));
        }
        return ticks;
    }

    private static List<Axis.Tick> factors(double low, double high) {
        for (double[] factors : FACTORS) {
            List<Axis.Tick> ticks = factors(low, high, factors, 1);
            if (ticks.size() <= MOST_TICKS) {
                return ticks;
            }
        }
        int decades = (int) Math.ceil(Math.log10(high / low));
        return factors(low, high, new double[] {1}, Math.max(2, decades / MOST_TICKS + 1));
    }

    private static List<Axis.Tick> factors(double low, double high, double[] factors, int every) {
        List<Axis.Tick> ticks = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(low)), every) * every;
        for (int exponent = first; exponent <= Math.log10(high); exponent += every) {
            for (double factor : factors) {
                double value = factor * Math.pow(10, exponent);
                if (value >= low && value <= high) {
                    ticks.add(new Axis.Tick(value, "×" + TickLabel.of(value)));
                }
            }
        }
        return ticks;
    }
}
