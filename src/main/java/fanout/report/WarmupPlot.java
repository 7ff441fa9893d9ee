package fanout.report;

import fanout.record.IterationRecord;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.Figure;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.report.plot.TickLabel;
import fanout.results.BenchmarkKey;
import fanout.results.ForkDetails;
import fanout.results.ForkSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How the score converges, iteration by iteration, from the start of the warm-up. */
final class WarmupPlot {
    private static final String LEAD =
            "The score of each iteration as a multiple of the score that the fork had in the end; each point is the"
                    + " median of all forks. Iterations to the left of the vertical line are warm-up and don't "
                    + "count. If a"
                    + " curve still falls at that line, the warm-up was too short.";

    /** The forks of one arm: for each the scores of its iterations, as multiples of its final score. */
    private record Curves(int warmup, List<List<Double>> forks) {
        Curves with(Curves other) {
            List<List<Double>> all = new ArrayList<>(forks);
            all.addAll(other.forks);
            return new Curves(Math.max(warmup, other.warmup), all);
        }

        /** For each iteration the median of all forks that had it. */
        List<Series.Point> medians() {
            int length = forks.stream().mapToInt(List::size).max().orElse(0);
            return IntStream.range(0, length)
                    .mapToObj(index -> new Series.Point(index + 1, median(index)))
                    .toList();
        }

        private double median(int index) {
            return ForkSamples.median(forks.stream()
                    .filter(fork -> index < fork.size())
                    .mapToDouble(fork -> fork.get(index))
                    .filter(Double::isFinite)
                    .toArray());
        }
    }

    private final ByResultSet<Curves> curves;

    private WarmupPlot(PageData data) {
        this.curves = new ByResultSet<>(data);
        data.traces().stream().filter(WarmupPlot::warmedUp).forEach(this::add);
    }

    static Optional<Figure> of(PageData data) {
        WarmupPlot plot = new WarmupPlot(data);
        return plot.curves.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Figure.ofPanels("warmup", "Warm-up", LEAD, plot.curves.legend(), plot.panels(), plot.table()));
    }

    private static boolean warmedUp(ForkDetails fork) {
        return fork.measured().size() == 1
                && fork.iterations().stream().anyMatch(each -> each.warmup() && each.score() != null);
    }

    private void add(ForkDetails fork) {
        double finalScore = ForkSamples.median(fork.iterations().stream()
                .filter(each -> !each.warmup() && each.score() != null)
                .mapToDouble(IterationRecord::score)
                .toArray());
        long warmup = fork.iterations().stream().filter(IterationRecord::warmup).count();
        List<Double> multiples = fork.iterations().stream()
                .map(each -> each.score() == null ? Double.NaN : each.score() / finalScore)
                .toList();
        curves.merge(
                fork.measured().get(0).key(),
                fork.entry().label(),
                new Curves((int) warmup, List.of(multiples)),
                Curves::with);
    }

    private List<Panel> panels() {
        Map<BenchmarkKey, List<Series>> series = curves.series(Curves::medians, true);
        Axis x = iterations(Series.points(series.values())
                .mapToDouble(Series.Point::x)
                .max()
                .orElse(1));
        Axis y = Axis.logarithmic(DoubleStream.concat(
                        DoubleStream.of(0.95, 1.05),
                        Series.points(series.values()).mapToDouble(Series.Point::y))
                .toArray());
        List<Panel> panels = new ArrayList<>();
        series.forEach((key, each) -> panels.add(new Panel.Frame(
                        curves.title("warmup-" + panels.size(), key),
                        "Iteration by iteration; the numbers are in the table below.",
                        "iteration",
                        x,
                        "times the measured score",
                        y)
                .with(each, guides(key, x, y))));
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
        double end = curves.of(key).stream().mapToInt(Curves::warmup).max().orElse(0) + 0.5;
        return List.of(
                new Series(0, "", List.of(new Series.Point(x.low(), 1), new Series.Point(x.high(), 1)), false),
                new Series(1, "", List.of(new Series.Point(end, y.low()), new Series.Point(end, y.high())), false));
    }

    private DataTable table() {
        return new DataTable(
                "Iterations as multiples of the measured score",
                List.of("benchmark", curves.kind(), "warm-up iterations", "all iterations in order"),
                curves.rows(of -> List.of("" + of.warmup(), multiples(of.medians()))));
    }

    private static String multiples(List<Series.Point> points) {
        return points.stream().map(point -> Numbers.digits(point.y(), 3)).collect(Collectors.joining(" "));
    }
}
