package fanout.report.plot;

import fanout.report.plot.Palette.LegendEntry;
import java.util.List;

/**
 * One section of a page: a heading, a plot of one of two kinds, and its numbers as a table. The template
 * {@code figure.html} shows it.
 *
 * @param id unique in the page
 * @param heading in a few words
 * @param lead what the plot shows, and how to read it
 * @param legend the series; empty where the plot names them itself
 * @param rows a plot of ratios with their intervals, one in each row; none or one
 * @param panels plots of lines and points, side by side
 * @param tables the same as numbers; none or one
 */
public record Figure(
        String id,
        String heading,
        String lead,
        List<LegendEntry> legend,
        List<RowPlot> rows,
        List<Panel> panels,
        List<DataTable> tables) {
    /** Small plots side by side, which share one legend, and their numbers. */
    public static Figure ofPanels(
            String id, String heading, String lead, List<LegendEntry> legend, List<Panel> panels, DataTable table) {
        return new Figure(id, heading, lead, legend, List.of(), panels, List.of(table));
    }

    /** Ratios with their intervals; the numbers are in the rows. */
    public static Figure ofRows(String id, String heading, String lead, RowPlot rows) {
        return new Figure(id, heading, lead, List.of(), List.of(rows), List.of(), List.of());
    }

    /** Numbers without a plot. */
    public static Figure ofTable(String id, String heading, String lead, DataTable table) {
        return new Figure(id, heading, lead, List.of(), List.of(), List.of(), List.of(table));
    }

    boolean hasLegend() {
        return !legend.isEmpty();
    }

    boolean hasPanels() {
        return !panels.isEmpty();
    }
}
