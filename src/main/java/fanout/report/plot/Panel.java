package fanout.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A small plot of lines and points as it is drawn: all positions are in the units of {@link PanelLayout}. A
 * {@link Frame} makes it.
 *
 * @param description the same in words
 * @param xLabel the name of the axis, with its unit
 * @param yLabel the name of the axis, with its unit
 * @param guides lines that are no data: the end of the warm-up, for example
 * @param bars intervals of points
 */
public record Panel(
        Title title,
        String description,
        String xLabel,
        String yLabel,
        List<GridLine> xGrid,
        List<GridLine> yGrid,
        List<Path> guides,
        List<Path> bars,
        List<Path> lines,
        List<Mark> marks) {
    private static final PanelLayout LAYOUT = PanelLayout.SMALL;

    /**
     * What a panel is called.
     *
     * @param id unique in the page
     * @param name what it is of
     * @param detail under which conditions; may be empty
     */
    public record Title(String id, String name, String detail) {
        boolean hasDetail() {
            return !detail.isEmpty();
        }
    }

    /** A line, as SVG's path. */
    record Path(int style, String d) {}

    /** @param title what a point says when it is pointed at */
    record Mark(int style, String x, String y, String title) {}

    /** For the template. */
    PanelLayout layout() {
        return LAYOUT;
    }

    /** All of a panel but its data. */
    public record Frame(Title title, String description, String xLabel, Axis x, String yLabel, Axis y) {
        public Panel with(List<Series> series, List<Series> guides) {
            return with(series, guides, List.of());
        }

        /**
         * The panel with these data.
         *
         * @param guides lines that are no data
         * @param bars intervals, each as a line from one end to the other
         */
        public Panel with(List<Series> series, List<Series> guides, List<Series> bars) {
            List<Path> lines = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (Series each : series) {
                if (each.points().size() > 1) {
                    lines.add(new Path(each.style(), path(each)));
                }
                if (each.marked() || each.points().size() == 1) {
                    each.points().forEach(point -> marks.add(mark(each, point)));
                }
            }
            return new Panel(
                    title,
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

        private static List<GridLine> grid(Axis axis, DoubleUnaryOperator place) {
            return axis.ticks().stream()
                    .map(tick -> gridLine(place.applyAsDouble(tick.value()), tick.label()))
                    .toList();
        }

        private static GridLine gridLine(double at, String label) {
            return new GridLine(number(at), label, !LAYOUT.hasRoom(at, label));
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

        private Mark mark(Series series, Series.Point point) {
            String title = (series.name().isEmpty() ? "" : series.name() + ": ") + TickLabel.of(point.y()) + " "
                    + yLabel + " at " + TickLabel.of(point.x()) + " " + xLabel;
            return new Mark(series.style(), number(across(point.x())), number(down(point.y())), title);
        }

        private double across(double value) {
            return LAYOUT.across(x.at(value));
        }

        private double down(double value) {
            return LAYOUT.down(y.at(value));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
