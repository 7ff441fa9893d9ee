package fanout.report;

import fanout.report.plot.Palette;
import fanout.report.plot.Palette.LegendEntry;
import fanout.report.plot.Panel;
import fanout.results.BenchmarkKey;
import fanout.results.FanoutNames;
import fanout.results.ForkDetails;
import fanout.results.ResultSet;
import fanout.results.RunDetails;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The measurements that a page shows in addition to verdicts.
 *
 * @param resultSets one for each JVM or file
 * @param run what only the folder of a run has; empty where the results are JMH's files
 * @param changed the benchmarks on which a change is shown, the largest first
 */
record PageData(List<ResultSet> resultSets, Optional<RunDetails> run, List<BenchmarkKey> changed) {
    /** How many benchmarks have panels: more, and a page is not looked at to its end. */
    static final int MOST_PANELS = 20;

    SortedSet<BenchmarkKey> keys() {
        SortedSet<BenchmarkKey> keys = new TreeSet<>();
        resultSets.forEach(resultSet -> keys.addAll(resultSet.benchmarks().keySet()));
        return keys;
    }

    Labels labels() {
        return Labels.brief(keys());
    }

    Palette jvms() {
        return Palette.of(resultSets.stream().map(ResultSet::name).toList());
    }

    ArmNames arms() {
        return ArmNames.of(resultSets);
    }

    List<ForkDetails> traces() {
        return run.map(RunDetails::forks).orElse(List.of());
    }

    /** The benchmarks that have panels: those with a change first, if not all can have one. */
    SortedSet<BenchmarkKey> drawn() {
        return Stream.concat(changed.stream(), keys().stream())
                .distinct()
                .limit(MOST_PANELS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isDrawn(BenchmarkKey key) {
        return drawn().contains(key);
    }

    /** Whether a benchmark has two forks on one arm, so that one can lie off the other. */
    boolean hasForkPanels() {
        return resultSets.stream()
                .flatMap(resultSet -> resultSet.benchmarks().values().stream())
                .anyMatch(measured -> measured.primary().forks().size() > 1);
    }

    /** A sentence for the figures that do not draw all benchmarks; empty if they do. */
    String omitted() {
        int all = keys().size();
        return all <= MOST_PANELS
                ? ""
                : " Drawn are " + MOST_PANELS + " of " + all
                        + " benchmarks, those with a change first; the table has all.";
    }

    /** The id of a benchmark's panel in a figure. */
    String panelId(String figure, BenchmarkKey key) {
        return figure + "-" + keys().headSet(key).size();
    }

    /** The arms as legends name them; none where there is only one. */
    List<LegendEntry> legend() {
        return jvms().legend().stream()
                .map(entry -> new LegendEntry(entry.style(), arms().full(entry.name())))
                .toList();
    }

    /** The unit of a benchmark's score, on the first arm that has it. */
    String unit(BenchmarkKey key) {
        return resultSets.stream()
                .filter(resultSet -> resultSet.benchmarks().containsKey(key))
                .map(resultSet ->
                        resultSet.benchmarks().get(key).primary().unit().text())
                .findFirst()
                .orElse("");
    }

    /** Whether at least one benchmark is one of Fanout's own, which send requests. */
    boolean hasOurs() {
        return keys().stream().anyMatch(FanoutNames::isOurs);
    }

    /** The name of a benchmark's row. */
    static String title(Labels labels, BenchmarkKey key) {
        String params = labels.params(key);
        return labels.name(key) + (params.isEmpty() ? "" : " " + params);
    }

    /** The title of a benchmark's panel. */
    static Panel.Title title(String id, Labels labels, BenchmarkKey key) {
        return new Panel.Title(id, labels.name(key), labels.params(key));
    }
}
