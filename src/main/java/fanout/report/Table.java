package fanout.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text table. The first column, the last one and the units are aligned to the left, numbers to the right.
 *
 * <p>Tested by {@code fanout.cli.TerminalWidthTest} and {@code fanout.report.GoldenReportTest}.
 */
final class Table {
    private static final String GAP = "  ";
    private static final String UNIT = "unit";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d*m");

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> header) {
        rows.add(header);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    /** Whether each row has room in one line. */
    boolean fits(int width) {
        return IntStream.of(widths()).sum() + gaps() <= width;
    }

    /** The cell that all rows have in this column; empty if they differ, or there are none. */
    Optional<String> shared(String column) {
        int index = rows.get(0).indexOf(column);
        List<String> cells =
                rows.stream().skip(1).map(row -> row.get(index)).distinct().toList();
        return cells.size() == 1 ? Optional.of(cells.get(0)) : Optional.empty();
    }

    /** The same table without a column. */
    Table without(String column) {
        int index = rows.get(0).indexOf(column);
        List<List<String>> shorter = rows.stream()
                .map(row -> Stream.concat(
                                row.stream().limit(index), row.stream().skip(index + 1))
                        .toList())
                .toList();
        Table table = new Table(shorter.get(0));
        shorter.stream().skip(1).forEach(table::add);
        return table;
    }

    /** The lines. A first cell for which there is no room gets a line of its own. */
    String render(int width) {
        int[] widths = widths();
        int others = IntStream.of(widths).skip(1).sum() + gaps();
        widths[0] = Math.min(widths[0], Math.max(visible(rows.get(0).get(0)), width - others));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            line(text, row, widths);
        }
        return text.toString();
    }

    private int[] widths() {
        return IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> visible(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private int gaps() {
        return GAP.length() * (rows.get(0).size() - 1);
    }

    private void line(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            if (column == 0 && visible(cell) > widths[0]) {
                text.append(cell).append('\n');
                cell = "";
            }
            String blanks = " ".repeat(Math.max(0, widths[column] - visible(cell)));
            boolean left = column == 0
                    || column == widths.length - 1
                    || rows.get(0).get(column).equals(UNIT);
            line.append(column == 0 ? "" : GAP).append(left ? cell + blanks : blanks + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** The length of a cell without the escape sequences of colours. */
    private static int visible(String cell) {
        return COLOUR.matcher(cell).replaceAll("").length();
    }
}
