package fanout.report;

import fanout.report.PastScores.LineKey;
import fanout.report.PastScores.PastScore;
import fanout.report.plot.Axis;
import fanout.report.plot.Figure;
import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TimeAxis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scores over time: one panel for each benchmark and machine, and in it one line for each JVM. What moved comes first.
 * Of very many panels only the first are shown, so that the page stays small.
 */
final class HistoryPlot {
    private static final String LEAD =
            "One panel for each benchmark and machine, one line for each %1$s: the score of each run, with an interval"
                    + " from the scatter of its forks. Runs are hours or days apart, so a difference between two points"
                    + " may come from the machine as well as from the %1$s or the code. To be sure, measure both in one"
                    + " run. Where a line moved, its levels are drawn, too.";
    private static final int MOST_PANELS = 24;
    private static final int MOST_MARKS = 60;

    /** The style of a guide that stands out. */
    private static final int LEVEL = 2;

    private static final String NO_LINE =
            " No benchmark was measured in the same way in two runs yet, so there is no line to draw.";

    private final PastScores scores;
    private final HistoryMoves moves;
    private final List<LineKey> drawn;
    private final int left;
    private final Palette palette;

    private HistoryPlot(PastScores scores, HistoryMoves moves) {
        this.scores = scores;
        this.moves = moves;
        List<LineKey> all = scores.withLines().stream()
                .sorted(Comparator.comparing(key ->
                        moves.of(key).stream().allMatch(line -> line.shifts().isEmpty())))
                .toList();
        this.drawn = all.subList(0, Math.min(MOST_PANELS, all.size()));
        this.left = all.size() - drawn.size();
        this.palette = Palette.of(drawn.stream()
                .flatMap(line -> scores.byKey().get(line).stream())
                .map(PastScore::resultSet)
                .sorted()
                .toList());
    }

    /** @param kind what the arms are called */
    static Optional<Figure> of(PastScores scores, HistoryMoves moves, double alpha, String kind) {
        if (scores.byKey().isEmpty()) {
            return Optional.empty();
        }
        HistoryPlot plot = new HistoryPlot(scores, moves);
        return Optional.of(Figure.ofPanels(
                "history",
                "Scores over time",
                String.format(LEAD, kind) + plot.note(),
                plot.palette.legend(),
                plot.panels(),
                HistoryTable.of(scores, alpha, kind)));
    }

    private String note() {
        return drawn.isEmpty()
                ? NO_LINE
                : left > 0 ? " " + left + " more panels, in which nothing moved, are left out." : "";
    }

    private List<Panel> panels() {
        Labels labels = Labels.brief(drawn.stream().map(LineKey::benchmark).toList());
        return IntStream.range(0, drawn.size())
                .mapToObj(index -> panel(title(index, labels), drawn.get(index)))
                .toList();
    }

    /** A title names what distinguishes its panel from the others. */
    private Panel.Title title(int index, Labels labels) {
        LineKey line = drawn.get(index);
        String detail = Stream.of(
                        labels.params(line.benchmark()),
                        differ(LineKey::settings) ? line.settings() : "",
                        differ(LineKey::machine) ? "on " + line.machine() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Panel.Title("history-" + index, labels.name(line.benchmark()), detail);
    }

    private boolean differ(Function<LineKey, Object> property) {
        return drawn.stream().map(property).distinct().count() > 1;
    }

    private Panel panel(Panel.Title title, LineKey key) {
        List<PastScore> all = scores.byKey().get(key);
        Axis x = TimeAxis.around(all.stream().map(PastScore::time).toList());
        Axis y = Axis.linear(all.stream()
                .map(PastScore::summary)
                .flatMapToDouble(summary -> DoubleStream.of(summary.score(), summary.low(), summary.high())));
        return new Panel.Frame(
                        title,
                        "Scores with intervals, run by run; the numbers are in the table below.",
                        "UTC",
                        x,
                        all.get(0).unit().text(),
                        y)
                .with(
                        moves.of(key).stream().map(this::line).toList(),
                        moves.of(key).stream()
                                .flatMap(line -> line.levels().stream())
                                .map(HistoryPlot::level)
                                .toList(),
                        all.stream().map(this::interval).toList());
    }

    private Series line(HistoryLine line) {
        List<Series.Point> points = line.scores().stream()
                .map(score -> point(score, score.summary().score()))
                .toList();
        return new Series(
                palette.style(line.resultSet()),
                line.resultSet(),
                points,
                line.scores().size() <= MOST_MARKS);
    }

    private static Series level(HistoryLine.Level level) {
        List<Series.Point> ends = List.of(point(level.first(), level.score()), point(level.last(), level.score()));
        return new Series(LEVEL, "level", ends, false);
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
}
