package fanout.report;

import fanout.report.ForkPoints.ForkPoint;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TickLabel;
import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Each fork as a point over time: it shows drift, and whether all forks drift alike. */
final class ForkPlot {
    private static final String Y_LABEL = "% off the median";
    private static final int RULER_STYLE = Series.STYLES - 1;

    private final PageData data;
    private final Labels labels;
    private final Palette palette;
    private final String kind;
    private final ForkPoints forks;

    private ForkPlot(PageData data) {
        this.data = data;
        this.labels = data.labels();
        this.palette = data.jvms();
        this.kind = data.arms().kind();
        this.forks = ForkPoints.of(data);
    }

    static Optional<Figure> of(PageData data) {
        return new ForkPlot(data).figure();
    }

    private Optional<Figure> figure() {
        Map<Panel.Title, List<Series>> panels = new LinkedHashMap<>();
        for (BenchmarkKey key : data.drawn()) {
            List<List<ForkPoint>> resultSets = palette.names().stream()
                    .map(resultSet -> forks(key, resultSet))
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (!resultSets.isEmpty()) {
                panels.put(
                        title(data.panelId("fork", key), key, resultSets),
                        resultSets.stream().map(this::series).toList());
            }
        }
        if (!data.hasForkPanels()) {
            return Optional.empty();
        }
        Series ruler = new Series(RULER_STYLE, "ruler", relative(ForkPoints.rulers(data)), true);
        if (!ruler.points().isEmpty()) {
            panels.put(new Panel.Title("fork-ruler", "The machine itself", "its ruler, a fixed loop"), List.of(ruler));
        }
        return Optional.of(Figure.ofPanels(
                "forks", "Fork by fork", lead() + data.omitted(), data.legend(), panels(panels), table()));
    }

    private Panel.Title title(String id, BenchmarkKey key, List<List<ForkPoint>> resultSets) {
        String detail = Stream.of(labels.params(key), Scatter.of(resultSets))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Panel.Title(id, labels.name(key), detail);
    }

    private String lead() {
        boolean turns = data.run().map(run -> run.record().turns()).orElse(false);
        return "Each point is a fork: how far the median of its iterations lies from the median of all forks of that"
                + " " + kind + ", in percent. "
                + (turns
                        ? "The forks of a round take turns, so a slow machine moves all points of a round together. A"
                                + " verdict compares them round by round. In small print: how much the forks scatter"
                                + " (their standard deviation), and how much two " + kind
                                + "s differ from fork to fork,"
                                + " as if they had been measured apart and by turns."
                        : "These forks ran one after the other. If the points wander, the machine drifted, and every"
                                + " change contains a part of that drift.");
    }

    private List<ForkPoint> forks(BenchmarkKey key, String resultSet) {
        return forks.points().stream()
                .filter(fork -> fork.key().equals(key) && fork.resultSet().equals(resultSet))
                .toList();
    }

    private Series series(List<ForkPoint> ofArm) {
        String resultSet = ofArm.get(0).resultSet();
        List<Series.Point> points = ofArm.stream()
                .map(fork -> new Series.Point(fork.when(), fork.score()))
                .toList();
        return new Series(palette.style(resultSet), resultSet, relative(points), true);
    }

    private static List<Series.Point> relative(List<Series.Point> points) {
        double median = ForkSamples.median(points.stream()
                .mapToDouble(Series.Point::y)
                .filter(Double::isFinite)
                .toArray());
        return points.stream()
                .map(point -> new Series.Point(point.x(), 100 * (point.y() / median - 1)))
                .toList();
    }

    private List<Panel> panels(Map<Panel.Title, List<Series>> byTitle) {
        Axis x = Axis.linear(Series.points(byTitle.values()).mapToDouble(Series.Point::x));
        Axis y = Axis.linear(DoubleStream.concat(
                DoubleStream.of(-1, 1), Series.points(byTitle.values()).mapToDouble(Series.Point::y)));
        Series zero = new Series(0, "", List.of(new Series.Point(x.low(), 0), new Series.Point(x.high(), 0)), false);
        List<Panel> panels = new ArrayList<>();
        byTitle.forEach((title, series) -> panels.add(
                new Panel.Frame(title, describe(series), forks.xLabel(), x, Y_LABEL, y).with(series, List.of(zero))));
        return panels;
    }

    private static String describe(List<Series> series) {
        List<String> words = series.stream()
                .map(each -> {
                    var range =
                            each.points().stream().mapToDouble(Series.Point::y).summaryStatistics();
                    return String.format(
                            Locale.ROOT,
                            "%s: %d fork%s, from %+.1f to %+.1f %%",
                            each.name(),
                            range.getCount(),
                            range.getCount() == 1 ? "" : "s",
                            range.getMin(),
                            range.getMax());
                })
                .toList();
        return String.join("; ", words) + ".";
    }

    private DataTable table() {
        List<TableRow> rows = forks.points().stream()
                .map(fork -> new TableRow(
                        PageData.title(labels, fork.key()),
                        List.of(
                                fork.resultSet(),
                                TickLabel.of(Math.round(fork.when() * 10) / 10.0),
                                Numbers.score(fork.score()))))
                .toList();
        return new DataTable("Score of each fork", List.of("benchmark", kind, forks.xLabel(), "score"), rows);
    }
}
