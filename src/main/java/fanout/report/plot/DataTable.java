package fanout.report.plot;

import java.util.List;

/**
 * Numbers for those who can't see a plot, or want to know more exactly.
 *
 * @param open whether the table is shown at once, or folded away
 */
public record DataTable(String caption, List<String> header, List<TableRow> rows, boolean open) {
    /** @param name the head of the row, which says what the cells are of */
    public record TableRow(String name, List<String> cells) {}

    /** A table that is folded away. */
    public DataTable(String caption, List<String> header, List<TableRow> rows) {
        this(caption, header, rows, false);
    }
}
