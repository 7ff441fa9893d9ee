package fanout.report;

import fanout.report.PastScores.LineKey;
import fanout.report.PastScores.PastScore;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The scores of a history as numbers, the latest first. Of very many only the latest are shown, so that the page stays
 * small.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 */
final class HistoryTable {
    private static final int MOST_SCORES = 3000;

    private HistoryTable() {}

    /** @param kind what the arms are called */
    static DataTable of(PastScores scores, double alpha, String kind) {
        Labels labels = Labels.brief(
                scores.byKey().keySet().stream().map(LineKey::benchmark).toList());
        long all = scores.byKey().values().stream().mapToLong(List::size).sum();
        List<TableRow> rows = scores.byKey().entrySet().stream()
                .flatMap(line -> line.getValue().stream().map(score -> Map.entry(line.getKey(), score)))
                .sorted(Comparator.comparing((Map.Entry<LineKey, PastScore> row) ->
                                row.getValue().time())
                        .reversed())
                .limit(MOST_SCORES)
                .map(row -> row(PageData.title(labels, row.getKey().benchmark()), row.getKey(), row.getValue()))
                .toList();
        String interval = Numbers.percent(1 - alpha) + " interval";
        return new DataTable(
                rows.size() < all ? "The latest " + rows.size() + " of " + all + " scores" : "All scores",
                List.of("benchmark", "machine", kind, "UTC", "score", interval, "unit", "forks", "iterations"),
                rows);
    }

    private static TableRow row(String name, LineKey line, PastScore score) {
        return new TableRow(
                name,
                List.of(
                        line.machine().toString(),
                        score.resultSet(),
                        PastRun.minute(score.time()),
                        Numbers.score(score.summary().score()),
                        Numbers.range(score.summary().low(), score.summary().high()),
                        score.unit().text(),
                        "" + score.summary().forks(),
                        line.settings()));
    }
}
