package fanout.report;

import fanout.compare.ChangePoints;
import fanout.compare.Criteria;
import fanout.compare.LevelShift;
import fanout.report.PastScores.LineKey;
import fanout.report.PastScores.PastScore;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import fanout.results.BenchmarkKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What moved beyond its noise, and since when.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 *
 * @param lines all that were searched, those of one key in succession
 */
record HistoryMoves(List<HistoryLine> lines) {
    private static final int MOST_NAMED = 3;
    private static final String RULE =
            "A line moves where the runs from then on differ from those before: at each place with %d runs or more on"
                    + " either side by Wilcoxon's rank sum, whose p, times the places of all lines, is at most %s, and"
                    + " by medians that are %s or more apart. Where nothing changes and no run depends on the one"
                    + " before, a history raises a false alarm in at most %2$s of cases; if a slow machine stays slow"
                    + " for days, in more. A machine that changed moves all of its lines, the floor among them.";

    static HistoryMoves of(PastScores scores, Criteria criteria) {
        List<HistoryLine> lines = new ArrayList<>();
        scores.byKey()
                .forEach((key, all) -> byResultSet(all)
                        .forEach((resultSet, line) -> lines.add(new HistoryLine(key, resultSet, line, List.of()))));
        List<List<LevelShift>> shifts = ChangePoints.of(
                lines.stream()
                        .map(line -> line.scores().stream()
                                .mapToDouble(PastScore::logTime)
                                .toArray())
                        .toList(),
                criteria);
        return new HistoryMoves(IntStream.range(0, lines.size())
                .mapToObj(index -> lines.get(index).with(shifts.get(index)))
                .toList());
    }

    private static Map<String, List<PastScore>> byResultSet(List<PastScore> scores) {
        return scores.stream()
                .filter(score -> Double.isFinite(score.logTime()))
                .collect(Collectors.groupingBy(PastScore::resultSet, LinkedHashMap::new, Collectors.toList()));
    }

    List<HistoryLine> of(LineKey key) {
        return lines.stream().filter(line -> line.key().equals(key)).toList();
    }

    /** Those that moved, the latest first. */
    private List<HistoryLine> moved() {
        return lines.stream()
                .filter(line -> !line.shifts().isEmpty())
                .sorted(Comparator.comparing(
                                (HistoryLine line) -> line.since(line.latest()).time())
                        .reversed())
                .toList();
    }

    /** What the reader wants to know first. */
    String sentence(Criteria criteria) {
        List<HistoryLine> moved = moved();
        if (moved.isEmpty()) {
            return nothing(criteria);
        }
        String named = moved.stream()
                .limit(MOST_NAMED)
                .map(line -> name(line) + " is " + change(line.latest()) + " since "
                        + PastRun.minute(line.since(line.latest()).time()).replaceFirst(" .*", ""))
                .collect(Collectors.joining("; "));
        int more = moved.size() - MOST_NAMED;
        return "Moved beyond its noise: " + named + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private String nothing(Criteria criteria) {
        int longest =
                lines.stream().mapToInt(line -> line.scores().size()).max().orElse(0);
        int fewest = ChangePoints.fewestRuns(1, criteria.alpha());
        return longest < fewest
                ? "No line has the " + fewest + " runs yet that it takes to tell a change from noise."
                : "Nothing moved beyond its noise.";
    }

    private String name(HistoryLine line) {
        Labels labels = labels();
        String params = labels.params(line.key().benchmark());
        boolean one = lines.stream().map(HistoryLine::resultSet).distinct().count() == 1;
        return labels.name(line.key().benchmark())
                + (params.isEmpty() ? "" : " " + params)
                + (one ? "" : " on " + line.resultSet());
    }

    private Labels labels() {
        List<BenchmarkKey> keys =
                lines.stream().map(line -> line.key().benchmark()).toList();
        return Labels.brief(keys);
    }

    private static String change(LevelShift shift) {
        return Numbers.size(shift.change()) + (shift.change() > 0 ? " slower" : " faster");
    }

    /** All that moved, as a table; empty if nothing did. */
    Optional<Figure> figure(Criteria criteria, String kind) {
        List<TableRow> rows = moved().stream()
                .flatMap(line -> line.shifts().stream().map(shift -> row(line, shift)))
                .toList();
        String rule = String.format(
                RULE,
                ChangePoints.FEWEST_A_SIDE,
                Numbers.percent(criteria.alpha()),
                Numbers.percent(criteria.threshold()));
        DataTable table = new DataTable(
                "Every move",
                List.of("benchmark", "machine", kind, "since", "in time", "from", "to", "unit", "p"),
                rows,
                true);
        return rows.isEmpty() ? Optional.empty() : Optional.of(Figure.ofTable("moves", "What moved", rule, table));
    }

    private TableRow row(HistoryLine line, LevelShift shift) {
        PastScore since = line.since(shift);
        return new TableRow(
                PageData.title(labels(), line.key().benchmark()),
                List.of(
                        line.key().machine().toString(),
                        line.resultSet(),
                        PastRun.minute(since.time()),
                        change(shift),
                        Numbers.score(since.score(shift.before())),
                        Numbers.score(since.score(shift.after())),
                        since.unit().text(),
                        Numbers.digits(shift.p(), 2)));
    }
}
