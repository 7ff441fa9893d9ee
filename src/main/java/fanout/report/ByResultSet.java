package fanout.report;

import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Palette;
import fanout.report.plot.Palette.LegendEntry;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.results.BenchmarkKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One value for each benchmark and arm, in the order of benchmarks, then of arms.
 *
 * @param <T> the type of the values
 */
final class ByResultSet<T> {
    private final PageData data;
    private final Labels labels;
    private final Palette palette;
    private final String kind;
    private final SortedMap<BenchmarkKey, Map<String, T>> values = new TreeMap<>();

    ByResultSet(PageData data) {
        this.data = data;
        this.labels = data.labels();
        this.palette = data.jvms();
        this.kind = data.arms().kind();
    }

    /** Adds a value; a value that the arm already has of the benchmark is merged with it. */
    void merge(BenchmarkKey key, String resultSet, T value, BinaryOperator<T> sum) {
        values.computeIfAbsent(key, unknown -> new TreeMap<>()).merge(resultSet, value, sum);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<LegendEntry> legend() {
        return data.legend();
    }

    /** A sentence for a figure that does not draw all benchmarks; empty if it does. */
    String omitted() {
        return data.omitted();
    }

    /** What the arms are, for the head of a column. */
    String kind() {
        return kind;
    }

    /** The benchmarks, in order. */
    Set<BenchmarkKey> keys() {
        return values.keySet();
    }

    /** The values of all arms of one benchmark. */
    List<T> of(BenchmarkKey key) {
        return List.copyOf(values.get(key).values());
    }

    /** For each benchmark that is drawn one series for each arm, in the arm's style. */
    Map<BenchmarkKey, List<Series>> series(Function<T, List<Series.Point>> points, boolean marked) {
        Map<BenchmarkKey, List<Series>> series = new LinkedHashMap<>();
        drawn().forEach((key, resultSets) -> series.put(
                key,
                inOrder(resultSets)
                        .map(resultSet -> new Series(
                                palette.style(resultSet), resultSet, points.apply(resultSets.get(resultSet)), marked))
                        .toList()));
        return series;
    }

    private SortedMap<BenchmarkKey, Map<String, T>> drawn() {
        SortedMap<BenchmarkKey, Map<String, T>> drawn = new TreeMap<>(values);
        drawn.keySet().retainAll(data.drawn());
        return drawn;
    }

    /** The title of a benchmark's panel. */
    Panel.Title title(String figure, BenchmarkKey key) {
        return PageData.title(data.panelId(figure, key), labels, key);
    }

    /** One row for each value: the benchmark, the arm, and these cells. */
    List<TableRow> rows(Function<T, List<String>> cells) {
        List<TableRow> rows = new ArrayList<>();
        values.forEach((key, resultSets) -> inOrder(resultSets).forEach(resultSet -> {
            List<String> all = new ArrayList<>(List.of(resultSet));
            all.addAll(cells.apply(resultSets.get(resultSet)));
            rows.add(new TableRow(PageData.title(labels, key), all));
        }));
        return rows;
    }

    private Stream<String> inOrder(Map<String, T> resultSets) {
        return palette.names().stream().filter(resultSets::containsKey);
    }
}
