package fanout.report;

import fanout.compare.Comparison;
import fanout.report.plot.ScoreAxis;
import fanout.results.BenchmarkKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first figure of a page: the scores of each benchmark on one axis, with the verdicts on them and what they cost.
 *
 * @param lead what is drawn, in a sentence or two
 * @param severalArms whether a column names them
 * @param kind what an arm is, for the head of that column
 * @param against the heads of the columns of verdicts
 * @param costs the heads of the columns of costs
 * @param groups benchmarks that can share an axis
 * @param rest groups that are folded away: no change is shown in them
 * @param filtered whether the benchmarks are so many that a reader looks for some by name
 */
record ScoreChart(
        String lead,
        boolean severalArms,
        String kind,
        List<String> against,
        List<String> costs,
        List<ScoreGroup> groups,
        List<ScoreGroup> rest,
        boolean filtered) {
    /** So many rows can be looked at without looking for one. */
    private static final int FEW = 20;

    /** Rows above which only those with a change are shown at once. */
    private static final int MANY = 40;

    /**
     * Benchmarks of one class, mode and unit.
     *
     * @param title the class; empty where the page has no other
     * @param rest rows that are folded away: no change is shown there
     */
    record ScoreGroup(String title, String unit, ScoreAxis axis, List<ScoreRow> rows, List<ScoreRow> rest) {
        boolean hasTitle() {
            return !title.isEmpty();
        }

        boolean hasRows() {
            return !rows.isEmpty();
        }

        String restCount() {
            return without(rest.size());
        }

        boolean hasRest() {
            return !rest.isEmpty();
        }
    }

    private static String without(int benchmarks) {
        return benchmarks + " more " + (benchmarks == 1 ? "benchmark" : "benchmarks") + " without a change";
    }

    String restCount() {
        return without(rest.stream().mapToInt(group -> group.rest().size()).sum());
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    /** Empty where nothing was measured. */
    static Optional<ScoreChart> of(PageData data, List<Comparison> comparisons) {
        if (data.keys().isEmpty()) {
            return Optional.empty();
        }
        List<RowVerdicts> verdicts = comparisons.stream().map(RowVerdicts::new).toList();
        ScoreRows rows =
                new ScoreRows(data, verdicts, comparisons.get(0).criteria().alpha());
        boolean many = data.keys().size() > MANY;
        List<ScoreGroup> groups = new ArrayList<>();
        Map<List<String>, List<BenchmarkKey>> byAxis = byAxis(data);
        byAxis.forEach((of, keys) ->
                groups.add(group(byAxis.size() > 1 ? title(of, data.labels()) : "", rows, keys, many)));
        return Optional.of(new ScoreChart(
                rows.lead(),
                data.resultSets().size() > 1,
                data.arms().kind(),
                verdicts.stream()
                        .filter(each -> !each.isEmpty())
                        .map(RowVerdicts::against)
                        .toList(),
                rows.costHeads(),
                groups.stream().filter(ScoreGroup::hasRows).toList(),
                groups.stream().filter(group -> !group.hasRows()).toList(),
                data.keys().size() > FEW));
    }

    /** The benchmarks by class, mode and unit. */
    private static Map<List<String>, List<BenchmarkKey>> byAxis(PageData data) {
        Map<List<String>, List<BenchmarkKey>> byAxis = new LinkedHashMap<>();
        for (BenchmarkKey key : data.keys()) {
            byAxis.computeIfAbsent(List.of(key.type(), key.mode(), data.unit(key)), unknown -> new ArrayList<>())
                    .add(key);
        }
        return byAxis;
    }

    private static String title(List<String> typeModeUnit, Labels labels) {
        String type = labels.type(typeModeUnit.get(0));
        return (type.isEmpty() ? "" : type + ", ") + typeModeUnit.get(1) + ", " + typeModeUnit.get(2);
    }

    private static ScoreGroup group(String title, ScoreRows rows, List<BenchmarkKey> keys, boolean many) {
        List<BenchmarkKey> sorted = rows.sorted(keys);
        ScoreAxis axis = rows.axis(sorted);
        Magnitude magnitude = rows.magnitude(sorted);
        List<ScoreRow> shown = new ArrayList<>();
        List<ScoreRow> rest = new ArrayList<>();
        sorted.forEach(key -> (many && !rows.isChanged(key) ? rest : shown).add(rows.row(key, axis, magnitude)));
        return new ScoreGroup(title, rows.unit(keys.get(0)), axis, shown, rest);
    }
}
