package fanout.report;

import fanout.compare.DelaySweep;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TickLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The score for each delay of the server, where a run has several, with the floor that the delay alone makes. */
final class DelayPlot {
    private static final int FLOOR_STYLE = 2;
    private static final String LEAD =
            "The score for each delay of the server. The dashed line is the floor that the delay alone makes: requests"
                    + " / concurrency, rounded up, times the delay. No client can be faster than that. The distance"
                    + " between the two is the cost of the client.";

    private final List<DelaySweep> sweeps;
    private final Palette palette;
    private final boolean sameConditions;
    private final ArmNames arms;

    private DelayPlot(PageData data, double alpha) {
        this.sweeps = data.resultSets().stream()
                .flatMap(resultSet -> DelaySweep.of(resultSet, alpha).stream())
                .toList();
        this.palette = Palette.of(sweeps.stream()
                .flatMap(sweep -> sweep.scores().stream())
                .map(DelaySweep.DelayScore::strategy)
                .sorted()
                .toList());
        this.arms = data.arms();
        this.sameConditions =
                sweeps.stream().map(DelaySweep::conditions).distinct().count() == 1;
    }

    static Optional<Figure> of(PageData data, double alpha) {
        DelayPlot plot = new DelayPlot(data, alpha);
        return plot.sweeps.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofPanels(
                        "delay", "Score against delay", LEAD, plot.palette.legend(), plot.panels(), plot.table()));
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        sweeps.forEach(sweep -> panels.add(panel(
                new Panel.Title("delay-" + panels.size(), "on " + arms.of(sweep.resultSet()), detail(sweep)), sweep)));
        return panels;
    }

    private String detail(DelaySweep sweep) {
        return sameConditions ? "" : sweep.conditions().toString();
    }

    /** The delays are evenly spaced, because there is nothing to see between 1 ms and 50 ms. */
    private Panel panel(Panel.Title title, DelaySweep sweep) {
        List<Double> delays = sweep.delays();
        List<Axis.Tick> ticks = delays.stream()
                .map(delay -> new Axis.Tick(delays.indexOf(delay), TickLabel.of(delay)))
                .toList();
        Axis x = new Axis(-0.15, delays.size() - 0.85, false, ticks);
        Axis y = Axis.logarithmic(sweep.scores().stream()
                .flatMapToDouble(score -> DoubleStream.of(score.score(), score.floor()))
                .toArray());
        List<Series> series = palette.names().stream()
                .map(strategy -> new Series(
                        palette.style(strategy),
                        strategy,
                        sweep.of(strategy)
                                .map(score -> new Series.Point(delays.indexOf(score.delay()), score.score()))
                                .toList(),
                        true))
                .toList();
        Series floor = new Series(
                FLOOR_STYLE,
                "floor",
                sweep.floors().entrySet().stream()
                        .map(each -> new Series.Point(delays.indexOf(each.getKey()), each.getValue()))
                        .toList(),
                false);
        return new Panel.Frame(
                        title,
                        "Scores by delay; the numbers are in the table below.",
                        "delay in ms",
                        x,
                        sweep.scores().get(0).unit(),
                        y)
                .with(series, List.of(floor));
    }

    private DataTable table() {
        List<TableRow> rows = new ArrayList<>();
        sweeps.forEach(sweep -> sweep.scores()
                .forEach(score -> rows.add(new TableRow(
                        score.strategy(),
                        List.of(
                                (sweep.resultSet() + " " + detail(sweep)).strip(),
                                TickLabel.of(score.delay()),
                                Numbers.score(score.score()),
                                Numbers.score(score.floor()),
                                score.unit())))));
        return new DataTable(
                "Score by delay", List.of("strategy", arms.kind(), "delay in ms", "score", "floor", "unit"), rows);
    }
}
