package fanout.report;

import fanout.report.PastScores.LineKey;
import fanout.report.PastScores.PastScore;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TimeAxis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores over time: one panel for each benchmark and machine, and in it one line for each JVM. */
final class HistoryPlot {
    private static final String LEAD =
            "One panel for each benchmark and machine, one line for each %1$s: the score of each run, with an interval"
                    + " from the scatter of its forks. Runs are hours or days apart, so a difference between two points"
                    + " may come from the machine as well as from the %1$s or the code. To be sure, measure both in one"
                    + " run.";
    private static final String NO_LINE =
            " No benchmark was measured in the same way in two runs yet, so there is no line to draw.";

    private final PastScores scores;
    private final List<LineKey> drawn;
    private final Palette palette;

    private HistoryPlot(PastScores scores) {
        this.scores = scores;
        this.drawn = scores.withLines();
        this.palette = Palette.of(drawn.stream()
                .flatMap(line -> scores.byKey().get(line).stream())
                .map(PastScore::resultSet)
                .sorted()
                .toList());
    }

    static Optional<Figure> of(List<PastRun> runs, double alpha) {
        PastScores scores = PastScores.of(runs, alpha);
        if (scores.byKey().isEmpty()) {
            return Optional.empty();
        }
        String kind = PastRun.kind(runs);
        HistoryPlot plot = new HistoryPlot(scores);
        return Optional.of(Figure.ofPanels(
                "history",
                "Scores over time",
                String.format(LEAD, kind) + (plot.drawn.isEmpty() ? NO_LINE : ""),
                plot.palette.legend(),
                plot.panels(),
                table(scores, alpha, kind)));
    }

    private List<Panel> panels() {
        Labels labels = Labels.brief(drawn.stream().map(LineKey::benchmark).toList());
        return IntStream.range(0, drawn.size())
                .mapToObj(index -> panel(title(index, labels), scores.byKey().get(drawn.get(index))))
                .toList();
    }

    /** A title names what distinguishes its panel from the others. */
    private Panel.Title title(int index, Labels labels) {
        LineKey line = drawn.get(index);
        String detail = Stream.of(
                        labels.params(line.benchmark()),
                        differ(LineKey::settings) ? line.settings() : "",
                        differ(LineKey::host) ? "on " + line.host() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Panel.Title("history-" + index, labels.name(line.benchmark()), detail);
    }

    private boolean differ(Function<LineKey, String> property) {
        return drawn.stream().map(property).distinct().count() > 1;
    }

    private Panel panel(Panel.Title title, List<PastScore> all) {
        Axis x = TimeAxis.around(all.stream().map(PastScore::time).toList());
        Axis y = Axis.linear(all.stream()
                .map(PastScore::summary)
                .flatMapToDouble(summary -> DoubleStream.of(summary.score(), summary.low(), summary.high())));
        Map<String, List<PastScore>> byArm = new LinkedHashMap<>();
        all.forEach(score -> byArm.computeIfAbsent(score.resultSet(), resultSet -> new ArrayList<>())
                .add(score));
        return new Panel.Frame(
                        title,
                        "Scores with intervals, run by run; the numbers are in the table below.",
                        "UTC",
                        x,
                        all.get(0).unit(),
                        y)
                .with(
                        byArm.values().stream().map(this::line).toList(),
                        List.of(),
                        all.stream().map(this::interval).toList());
    }

    private Series line(List<PastScore> ofArm) {
        String resultSet = ofArm.get(0).resultSet();
        List<Series.Point> points = ofArm.stream()
                .map(score -> point(score, score.summary().score()))
                .toList();
        return new Series(palette.style(resultSet), resultSet, points, true);
    }

    private Series interval(PastScore score) {
        List<Series.Point> ends = List.of(
                point(score, score.summary().low()),
                point(score, score.summary().high()));
        return new Series(palette.style(score.resultSet()), score.resultSet(), ends, false);
    }

    private static Series.Point point(PastScore score, double value) {
        return new Series.Point(score.time().getEpochSecond(), value);
    }

    private static DataTable table(PastScores scores, double alpha, String kind) {
        Labels labels = Labels.brief(
                scores.byKey().keySet().stream().map(LineKey::benchmark).toList());
        List<TableRow> rows = new ArrayList<>();
        scores.byKey()
                .forEach((line, all) -> all.forEach(score -> rows.add(new TableRow(
                        PageData.title(labels, line.benchmark()),
                        List.of(
                                line.host(),
                                score.resultSet(),
                                PastRun.minute(score.time()),
                                Numbers.score(score.summary().score()),
                                Numbers.range(
                                        score.summary().low(), score.summary().high()),
                                score.unit(),
                                "" + score.summary().forks(),
                                line.settings())))));
        String interval = Numbers.percent(1 - alpha) + " interval";
        return new DataTable(
                "All scores",
                List.of("benchmark", "machine", kind, "UTC", "score", interval, "unit", "forks", "iterations"),
                rows);
    }
}
