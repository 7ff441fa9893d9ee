package fanout.report;

import java.util.List;

/**
 * One section of a page: a heading, what there is to see, and a plot of one of two kinds, with its numbers as a table.
 *
 * @param id unique in the page
 * @param heading in a few words
 * @param lead what it shows, and how to read it
 * @param legend the series; empty where the plot names them itself
 * @param rows a plot of intervals, one a row; none or one
 * @param panels plots of lines and points, side by side
 * @param tables the same as numbers; none or one
 */
record Figure(
        String id,
        String heading,
        String lead,
        List<Legend> legend,
        List<RowPlot> rows,
        List<Panel> panels,
        List<DataTable> tables) {
    /** How a series is drawn, by the number of its style. */
    record Legend(int style, String name) {}

    /**
     * Numbers for those who can't see the plot, or want to know.
     *
     * @param open whether they are all there is to see, and not folded away
     */
    record DataTable(String caption, List<String> header, List<Row> rows, boolean open) {
        DataTable(String caption, List<String> header, List<Row> rows) {
            this(caption, header, rows, false);
        }

        /** @param name what the others are of */
        record Row(String name, List<String> cells) {}
    }

    boolean hasLegend() {
        return !legend.isEmpty();
    }

    boolean hasPanels() {
        return !panels.isEmpty();
    }
}
