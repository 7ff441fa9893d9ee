package fanout.report;

import fanout.compare.ScoreSummary;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The score of each benchmark on each JVM, whether it is part of a comparison or not. */
final class ScoreTable {
    private ScoreTable() {}

    static Optional<Figure> of(PageData data, double alpha) {
        Labels labels = data.labels();
        List<TableRow> rows = new ArrayList<>();
        data.keys()
                .forEach(key -> data.resultSets().stream()
                        .filter(resultSet -> resultSet.benchmarks().containsKey(key))
                        .forEach(resultSet -> rows.add(row(
                                PageData.title(labels, key),
                                resultSet,
                                resultSet.benchmarks().get(key),
                                alpha))));
        String interval = Numbers.percent(1 - alpha) + " interval";
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofTable(
                        "exact-scores",
                        "Scores in numbers",
                        "The geometric mean of the forks' medians, with an interval from the scatter of the forks."
                                + " Don't compare two of these intervals by eye: only a verdict takes into account "
                                + "which"
                                + " forks belong together.",
                        new DataTable(
                                "Scores",
                                List.of("benchmark", data.arms().kind(), "score", interval, "unit", "forks"),
                                rows,
                                true)));
    }

    private static TableRow row(String title, ResultSet resultSet, BenchmarkSamples measured, double alpha) {
        ScoreSummary summary = ScoreSummary.of(measured.primary(), alpha);
        return new TableRow(
                title,
                List.of(
                        resultSet.name(),
                        Numbers.score(summary.score()),
                        Numbers.range(summary.low(), summary.high()),
                        measured.primary().unit().text(),
                        "" + summary.forks()));
    }
}
