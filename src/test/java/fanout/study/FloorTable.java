package fanout.study;

import fanout.client.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strategies as multiples of the floor's time, a column for each condition and JVM.
 *
 * @param columns in their order
 */
record FloorTable(List<Column> columns) {
    private static final List<String> STRATEGIES = Stream.of(Strategy.values())
            .map(Strategy::toString)
            .filter(strategy -> !strategy.equals(FloorRatio.FLOOR))
            .toList();

    /**
     * One condition on one JVM.
     *
     * @param title its heading
     * @param ratios of the strategies that were measured there
     */
    record Column(String title, List<FloorRatio> ratios) {}

    String markdown() {
        StringBuilder text = new StringBuilder("| |");
        columns.forEach(column -> text.append(' ').append(column.title()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(columns.size())).append('\n');
        row(text, "`" + FloorRatio.FLOOR + "`, ms", this::floor);
        Stream.concat(STRATEGIES.stream(), clients())
                .filter(this::wasMeasured)
                .forEach(strategy -> row(text, "`" + strategy + "`", column -> ratio(column, strategy)));
        return text.toString();
    }

    /** Those of other libraries, by their names. */
    private Stream<String> clients() {
        return columns.stream()
                .flatMap(column -> column.ratios().stream())
                .map(FloorRatio::strategy)
                .filter(name -> !STRATEGIES.contains(name))
                .distinct()
                .sorted();
    }

    /** A strategy that is newer than all of the runs has no row. */
    private boolean wasMeasured(String strategy) {
        return columns.stream().anyMatch(column -> !ratio(column, strategy).isEmpty());
    }

    private interface Cell {
        String of(Column column);
    }

    private void row(StringBuilder text, String title, Cell cell) {
        text.append("| ").append(title).append(" | ");
        text.append(columns.stream().map(cell::of).collect(Collectors.joining(" | ")));
        text.append(" |\n");
    }

    private String floor(Column column) {
        double millis = column.ratios().get(0).floorMillis();
        return String.format(Locale.ROOT, millis < 100 ? "%.2f" : "%.1f", millis);
    }

    private String ratio(Column column, String strategy) {
        List<String> cells = new ArrayList<>();
        for (FloorRatio ratio : column.ratios()) {
            if (ratio.strategy().equals(strategy)) {
                String format = ratio.ratio() < 1.1 ? "%.3f (%.3f to %.3f)" : "%.2f (%.2f to %.2f)";
                cells.add(String.format(Locale.ROOT, format, ratio.ratio(), ratio.low(), ratio.high()));
            }
        }
        return cells.isEmpty() ? "" : cells.get(0);
    }
}
