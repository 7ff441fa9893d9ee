package fanout.report.plot;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Points that belong together.
 *
 * @param style how they are drawn: the number of a colour, a dash and a mark in {@code style.css}
 * @param name what they are of
 * @param points in order; those that are not finite are dropped
 * @param marked whether each point has a mark, or only the line is drawn
 */
public record Series(int style, String name, List<Point> points, boolean marked) {
    /** How many styles the style sheet has. */
    public static final int STYLES = 7;

    /** @param x and @param y in the units of the axes; NaN where there is none */
    public record Point(double x, double y) {
        boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    public Series {
        style = Math.floorMod(style, STYLES);
        points = points.stream().filter(Point::isFinite).toList();
    }

    /** All points of all series. */
    public static Stream<Point> points(Collection<List<Series>> all) {
        return all.stream().flatMap(List::stream).flatMap(each -> each.points().stream());
    }
}
