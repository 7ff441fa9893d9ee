package fanout.report.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * A plot of ratios with their intervals, one in each row, on one logarithmic axis. Positions are percentages of its
 * width.
 *
 * @param bandLeft where the band of ratios that don't matter begins
 * @param bandWidth its width; 0 where there is no band
 * @param one where the ratio 1 is
 */
public record RowPlot(
        String label, List<GridLine> grid, String bandLeft, String bandWidth, String one, List<RatioRow> rows) {
    /** A ratio that is farther from 1 than this many times the median distance, in logarithms, is beyond the edge. */
    private static final double MOST_MEDIANS = 6;

    private static final double MARGIN = 1.02;

    /** How far the axis goes to one side at most, as a logarithm: not far beyond it double has no numbers. */
    private static final double LONGEST = 600;

    /** Room between the farthest that is shown and the edge, where something is beyond the edge. */
    private static final double EDGE = 1.5;

    /**
     * A ratio.
     *
     * @param name of what
     * @param detail under which conditions; may be empty
     * @param ratio NaN if there is none
     * @param interval around it
     * @param narrow a narrower interval, which is drawn thicker
     * @param text the ratio in words
     * @param kind a class of the style sheet, and a mark
     */
    public record Ratio(
            String name, String detail, double ratio, Range interval, Range narrow, String text, String kind) {}

    /** @param low and @param high ends of an interval; NaN if there is none */
    public record Range(double low, double high) {
        public static final Range NONE = new Range(Double.NaN, Double.NaN);

        boolean isDrawn() {
            return low > 0 && Double.isFinite(high) && Double.isFinite(low);
        }
    }

    /** An interval as it is drawn. */
    record Line(String from, String to) {}

    /** A ratio as it is drawn. */
    record RatioRow(
            String name,
            String detail,
            String text,
            String kind,
            boolean drawn,
            String at,
            List<Line> interval,
            List<Line> narrow,
            boolean beyondLow,
            boolean beyondHigh) {
        boolean hasDetail() {
            return !detail.isEmpty();
        }

        boolean hasNarrow() {
            return !narrow.isEmpty();
        }
    }

    /** @param threshold the band of ratios that don't matter, as in {@code 0.03}; 0 for none */
    public static RowPlot of(String label, List<Ratio> ratios, double threshold, boolean percent) {
        Axis axis = axis(ratios, threshold, percent);
        double from = axis.at(1 / (1 + threshold));
        double to = axis.at(1 + threshold);
        return new RowPlot(
                label,
                axis.ticks().stream()
                        .map(tick -> new GridLine(percent(axis.at(tick.value())), tick.label(), false))
                        .toList(),
                percent(from),
                percent(to - from),
                percent(axis.at(1)),
                ratios.stream().map(ratio -> row(axis, ratio)).toList());
    }

    private static RatioRow row(Axis axis, Ratio ratio) {
        boolean drawn = ratio.ratio() > 0 && Double.isFinite(ratio.ratio());
        return new RatioRow(
                ratio.name(),
                ratio.detail(),
                ratio.text(),
                ratio.kind(),
                drawn,
                percent(drawn ? axis.at(ratio.ratio()) : 0),
                line(axis, ratio.interval()),
                line(axis, ratio.narrow()),
                drawn && logs(ratio).min().orElse(0) < Math.log(axis.low()),
                drawn && logs(ratio).max().orElse(0) > Math.log(axis.high()));
    }

    /** None or one. */
    private static List<Line> line(Axis axis, Range range) {
        return range.isDrawn()
                ? List.of(new Line(percent(axis.at(range.low())), percent(axis.at(range.high()))))
                : List.of();
    }

    /** Long enough for most ratios. Those far off are drawn at the edge, so that the others keep their room. */
    private static Axis axis(List<Ratio> ratios, double threshold, boolean percent) {
        double band = 2 * Math.log1p(threshold);
        double[] reaches = ratios.stream()
                .mapToDouble(RowPlot::reach)
                .filter(Double::isFinite)
                .toArray();
        double typical = reaches.length == 0 ? 0 : Median.withDefaults().evaluate(reaches);
        double most = Math.max(band, MOST_MEDIANS * typical);
        double low = Math.exp(-Math.min(LONGEST, end(ratios, -1, band, most))) / MARGIN;
        double high = Math.exp(Math.min(LONGEST, end(ratios, 1, band, most))) * MARGIN;
        return new Axis(low, high, true, RatioTicks.of(low, high, percent));
    }

    /** How far from 1 a ratio's interval goes, as a logarithm. */
    private static double reach(Ratio ratio) {
        return logs(ratio).map(Math::abs).max().orElse(Double.NaN);
    }

    /** How far the axis goes to one side: as far as all need that are not farther than {@code most}. */
    private static double end(List<Ratio> ratios, int side, double least, double most) {
        double[] needed = ratios.stream()
                .flatMapToDouble(RowPlot::logs)
                .map(log -> side * log)
                .toArray();
        double farthest =
                DoubleStream.of(needed).filter(need -> need <= most).max().orElse(0);
        boolean beyond = DoubleStream.of(needed).anyMatch(need -> need > most);
        return Math.max(least, beyond ? farthest * EDGE : farthest);
    }

    private static DoubleStream logs(Ratio ratio) {
        return DoubleStream.of(
                        ratio.ratio(), ratio.interval().low(), ratio.interval().high())
                .filter(end -> end > 0 && Double.isFinite(end))
                .map(Math::log);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
