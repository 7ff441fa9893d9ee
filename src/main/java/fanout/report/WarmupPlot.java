package fanout.report;

import fanout.record.Manifest;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.Figure;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TickLabel;
import fanout.results.BenchmarkKey;
import fanout.results.ForkDetails;
import fanout.results.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** How the score converges, iteration by iteration, from the start of the warm-up. */
final class WarmupPlot {
    private static final String LEAD =
            "The score of each iteration as a multiple of the score that the fork had in the end; each point is the"
                    + " median of all forks. Iterations to the left of the vertical line are warm-up and don't "
                    + "count. If a"
                    + " curve still falls at that line, the warm-up was too short.";

    private static final String LEARNED =
            " The dashed line is where the warm-up ends that the run learned; the forks that it learned from warmed up"
                    + " longer.";
    private static final String COMPILATION =
            " The bars at the foot are the time that the JIT compilers worked during each iteration, the median of all"
                    + " forks; the small print says how long the longest is.";

    private final ByResultSet<WarmupCurves> curves;

    private final Optional<Manifest> record;

    private WarmupPlot(PageData data) {
        this.curves = new ByResultSet<>(data);
        this.record = data.run().map(RunDetails::record);
        data.traces().stream().filter(WarmupPlot::warmedUp).forEach(this::add);
    }

    static Optional<Figure> of(PageData data) {
        WarmupPlot plot = new WarmupPlot(data);
        return plot.curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofPanels(
                        "warmup",
                        "Warm-up",
                        plot.lead() + plot.curves.omitted(),
                        plot.curves.legend(),
                        plot.panels(),
                        plot.table()));
    }

    private String lead() {
        boolean showsLearned =
                curves.keys().stream().anyMatch(key -> learnedEnd(key).isPresent());
        return LEAD + (showsLearned ? LEARNED : "") + (hasCompilation() ? COMPILATION : "");
    }

    private boolean hasCompilation() {
        return curves.keys().stream().flatMap(key -> curves.of(key).stream()).anyMatch(WarmupCurves::hasCompilation);
    }

    private static boolean warmedUp(ForkDetails fork) {
        return fork.measured().size() == 1
                && fork.iterations().stream().anyMatch(each -> each.warmup() && each.score() != null);
    }

    private void add(ForkDetails fork) {
        curves.merge(
                fork.measured().get(0).key(),
                fork.entry().label(),
                WarmupCurves.of(fork.iterations()),
                WarmupCurves::with);
    }

    private List<Panel> panels() {
        Map<BenchmarkKey, List<Series>> series = curves.series(WarmupCurves::scores, true);
        Axis x = iterations(Series.points(series.values())
                .mapToDouble(Series.Point::x)
                .max()
                .orElse(1));
        Axis y = Axis.logarithmic(DoubleStream.concat(
                        DoubleStream.of(0.95, 1.05),
                        Series.points(series.values()).mapToDouble(Series.Point::y))
                .toArray());
        Map<BenchmarkKey, List<Series>> compilation = curves.series(WarmupCurves::compilationMillis, false);
        List<Panel> panels = new ArrayList<>();
        series.forEach((key, each) -> panels.add(new Panel.Frame(
                        CompilationBars.named(curves.title("warmup", key), compilation.get(key)),
                        "Iteration by iteration; the numbers are in the table below.",
                        "iteration",
                        x,
                        "times the measured score",
                        y)
                .with(each, guides(key, x, y), CompilationBars.of(compilation.get(key), y))));
        return panels;
    }

    private static Axis iterations(double most) {
        double step = Math.max(1, Axis.niceStep(most / 6));
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double tick = step; tick <= most; tick += step) {
            ticks.add(new Axis.Tick(tick, TickLabel.of(tick)));
        }
        return new Axis(0.5, most + 0.5, false, ticks);
    }

    private List<Series> guides(BenchmarkKey key, Axis x, Axis y) {
        List<Series> guides = new ArrayList<>();
        guides.add(new Series(0, "", List.of(new Series.Point(x.low(), 1), new Series.Point(x.high(), 1)), false));
        guides.add(end(1, longest(key), y));
        learnedEnd(key).ifPresent(iterations -> guides.add(end(2, iterations, y)));
        return guides;
    }

    private static Series end(int style, int iterations, Axis y) {
        double x = iterations + 0.5;
        return new Series(style, "", List.of(new Series.Point(x, y.low()), new Series.Point(x, y.high())), false);
    }

    /** The longest warm-up of a fork. */
    private int longest(BenchmarkKey key) {
        return curves.of(key).stream().mapToInt(WarmupCurves::warmup).max().orElse(0);
    }

    /** The length that the run learned of the warm-up, if some of its forks warmed up longer. */
    private OptionalInt learnedEnd(BenchmarkKey key) {
        return record.flatMap(run -> run.warmUp(key.benchmark(), key.mode(), key.params()))
                .filter(each -> each.learnedInRound() != null && each.iterations() < longest(key))
                .map(each -> OptionalInt.of(each.iterations()))
                .orElse(OptionalInt.empty());
    }

    private DataTable table() {
        List<String> columns =
                new ArrayList<>(List.of("benchmark", curves.kind(), "warm-up iterations", "all iterations in order"));
        if (hasCompilation()) {
            columns.add("JIT, ms, all iterations in order");
        }
        return new DataTable("Iterations as multiples of the measured score", columns, curves.rows(this::cells));
    }

    private List<String> cells(WarmupCurves of) {
        List<String> cells = new ArrayList<>(List.of("" + of.warmup(), values(of.scores())));
        if (hasCompilation()) {
            cells.add(values(of.compilationMillis()));
        }
        return cells;
    }

    private static String values(List<Series.Point> points) {
        return points.stream().map(point -> Numbers.digits(point.y(), 3)).collect(Collectors.joining(" "));
    }
}
