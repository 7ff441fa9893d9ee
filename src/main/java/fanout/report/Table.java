package fanout.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text table. The first column, the last one and the units are aligned to the left, numbers to the right. */
final class Table {
    private static final String GAP = "  ";
    private static final int UNIT = 3;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d*m");

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> header) {
        rows.add(header);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    /** The lines. A first cell for which there is no room gets a line of its own. */
    String render(int width) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> visible(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        int others = IntStream.of(widths).skip(1).sum() + GAP.length() * (columns - 1);
        widths[0] = Math.min(widths[0], Math.max(visible(rows.get(0).get(0)), width - others));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            line(text, row, widths);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            if (column == 0 && visible(cell) > widths[0]) {
                text.append(cell).append('\n');
                cell = "";
            }
            String blanks = " ".repeat(Math.max(0, widths[column] - visible(cell)));
            boolean left = column == 0 || column == UNIT || column == widths.length - 1;
            line.append(column == 0 ? "" : GAP).append(left ? cell + blanks : blanks + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** The length of a cell without the escape sequences of colours. */
    private static int visible(String cell) {
        return COLOUR.matcher(cell).replaceAll("").length();
    }
}
