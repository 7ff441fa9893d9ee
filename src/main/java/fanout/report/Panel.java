package fanout.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A small plot of lines and points, laid out in its own units: 320 wide, 200 high.
 *
 * @param id unique in the page
 * @param title what it is of
 * @param detail under which conditions; may be empty
 * @param description the same in words
 * @param xLabel what the axis tells, with its unit
 * @param yLabel likewise
 * @param guides lines that are no data: where the warm-up ends, say
 * @param bars intervals of points
 */
record Panel(
        String id,
        String title,
        String detail,
        String description,
        String xLabel,
        String yLabel,
        List<Grid> xGrid,
        List<Grid> yGrid,
        List<Path> guides,
        List<Path> bars,
        List<Path> lines,
        List<Mark> marks) {
    static final double LEFT = 46;
    static final double RIGHT = 304;
    private static final double WIDTH = 320;
    private static final double HALF_A_LETTER = 3.2;
    static final double TOP = 8;
    static final double BOTTOM = 164;

    /**
     * A line of the grid, and its label.
     *
     * @param end whether the label ends at the line: there is no room beyond
     */
    record Grid(String at, String label, boolean end) {
        static Grid of(double at, String label) {
            return new Grid(number(at), label, at + label.length() * HALF_A_LETTER > WIDTH);
        }
    }

    /** A line, as SVG's path. */
    record Path(int style, String d) {}

    /** A point. */
    record Mark(int style, String x, String y) {}

    boolean hasDetail() {
        return !detail.isEmpty();
    }

    /** What is around the data. */
    record Frame(Title title, String description, String xLabel, Axis x, String yLabel, Axis y) {
        /** @param id unique in the page */
        record Title(String id, String name, String detail) {}

        Panel with(List<Series> series, List<Series> guides) {
            return with(series, guides, List.of());
        }

        Panel with(List<Series> series, List<Series> guides, List<Series> bars) {
            List<Path> lines = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (Series each : series) {
                if (each.points().size() > 1) {
                    lines.add(new Path(each.style(), path(each)));
                }
                if (each.marked() || each.points().size() == 1) {
                    each.points().forEach(point -> marks.add(mark(each.style(), point)));
                }
            }
            return new Panel(
                    title.id(),
                    title.name(),
                    title.detail(),
                    description,
                    xLabel,
                    yLabel,
                    grid(x, this::across),
                    grid(y, this::down),
                    paths(guides),
                    paths(bars),
                    lines,
                    marks);
        }

        private static List<Grid> grid(Axis axis, DoubleUnaryOperator place) {
            return axis.ticks().stream()
                    .map(tick -> Grid.of(place.applyAsDouble(tick.value()), tick.label()))
                    .toList();
        }

        private List<Path> paths(List<Series> all) {
            return all.stream()
                    .filter(each -> !each.points().isEmpty())
                    .map(each -> new Path(each.style(), path(each)))
                    .toList();
        }

        private String path(Series series) {
            StringBuilder path = new StringBuilder();
            for (Series.Point point : series.points()) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(number(across(point.x())))
                        .append(' ')
                        .append(number(down(point.y())));
            }
            return path.toString();
        }

        private Mark mark(int style, Series.Point point) {
            return new Mark(style, number(across(point.x())), number(down(point.y())));
        }

        private double across(double value) {
            return LEFT + x.at(value) * (RIGHT - LEFT);
        }

        private double down(double value) {
            return BOTTOM - y.at(value) * (BOTTOM - TOP);
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
