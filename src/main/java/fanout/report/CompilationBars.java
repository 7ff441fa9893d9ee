package fanout.report;

import fanout.report.plot.Axis;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The work of the JIT at the foot of a plot of iterations: a thin bar for each iteration and arm, side by side. They
 * have a scale of their own, which the title of the panel tells.
 *
 * <p>Tested by {@code fanout.cli.WarmupPlotTest}.
 */
final class CompilationBars {
    /** The height of the longest bar, as a share of the plot's. */
    private static final double HEIGHT = 0.25;

    /** Of the distance between two iterations, the part that the bars of all arms take. */
    private static final double WIDTH = 0.6;

    private CompilationBars() {}

    /**
     * The bars of each arm as one line, which rises and falls at each iteration.
     *
     * @param arms for each the milliseconds of its iterations
     * @param y the axis of the plot
     */
    static List<Series> of(List<Series> arms, Axis y) {
        double most = most(arms);
        return most > 0
                ? IntStream.range(0, arms.size())
                        .mapToObj(i -> bars(arms.get(i), WIDTH * ((i + 0.5) / arms.size() - 0.5), most, y))
                        .toList()
                : List.of();
    }

    private static Series bars(Series arm, double offset, double most, Axis y) {
        List<Series.Point> line = new ArrayList<>();
        for (Series.Point point : arm.points()) {
            double x = point.x() + offset;
            line.add(new Series.Point(x, y.low()));
            if (point.y() > 0) {
                line.add(new Series.Point(x, y.valueAt(HEIGHT * point.y() / most)));
                line.add(new Series.Point(x, y.low()));
            }
        }
        return new Series(arm.style(), arm.name(), line, false);
    }

    /** The title with the length of the longest bar; unchanged where there is none. */
    static Panel.Title named(Panel.Title title, List<Series> arms) {
        double most = most(arms);
        String scale = "JIT: up to " + Numbers.digits(most, 3) + " ms";
        String detail = title.detail().isEmpty() ? scale : title.detail() + "; " + scale;
        return most > 0 ? new Panel.Title(title.id(), title.name(), detail) : title;
    }

    /** The longest time; 0 if none is known. */
    private static double most(List<Series> arms) {
        return Series.points(List.of(arms)).mapToDouble(Series.Point::y).max().orElse(0);
    }
}
