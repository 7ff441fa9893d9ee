package fanout.report;

import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import fanout.results.ForkTrace;
import fanout.results.IterationScore;
import fanout.results.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How the score came to rest: iteration by iteration, the warm-up first. */
final class WarmupPlot {
    private static final String LEAD =
            "The score of each iteration, as a multiple of what the fork measured in the end;"
                    + " the median of all forks. Left of the upright line is the warm-up, which does not count. A curve that"
                    + " still falls there was cut too short.";
    private static final Series.Point NOTHING = new Series.Point(Double.NaN, Double.NaN);

    /** What forks of one arm had, iteration by iteration: each as a multiple of what it measured. */
    private record Curves(int warmup, List<List<Double>> forks) {}

    private final Labels labels;
    private final Palette palette;
    private final SortedMap<BenchmarkKey, Map<String, Curves>> curves = new TreeMap<>();

    private WarmupPlot(Measurements measurements) {
        this.labels = measurements.labels();
        this.palette = measurements.jvms();
        measurements.traces().stream().filter(WarmupPlot::warmedUp).forEach(this::add);
    }

    static Optional<Figure> of(Measurements measurements) {
        WarmupPlot plot = new WarmupPlot(measurements);
        return plot.curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "warmup",
                        "Warm-up",
                        LEAD,
                        plot.palette.legend(),
                        List.of(),
                        plot.panels(),
                        List.of(plot.table())));
    }

    private static boolean warmedUp(ForkTrace fork) {
        return fork.measured().size() == 1
                && fork.iterations().stream().anyMatch(each -> each.warmup() && each.score() != null);
    }

    private void add(ForkTrace fork) {
        Measured measured = fork.measured().get(0);
        double settled = ForkSamples.median(fork.iterations().stream()
                .filter(each -> !each.warmup() && each.score() != null)
                .mapToDouble(IterationScore::score)
                .toArray());
        int warmup =
                (int) fork.iterations().stream().filter(IterationScore::warmup).count();
        List<Double> multiples = fork.iterations().stream()
                .map(each -> each.score() == null ? Double.NaN : each.score() / settled)
                .toList();
        curves.computeIfAbsent(measured.key(), key -> new LinkedHashMap<>())
                .computeIfAbsent(fork.entry().label(), label -> new Curves(warmup, new ArrayList<>()))
                .forks()
                .add(multiples);
    }

    private Series series(String arm, Curves of) {
        int length = of.forks().stream().mapToInt(List::size).max().orElse(0);
        List<Series.Point> points =
                IntStream.range(0, length).mapToObj(index -> point(of, index)).toList();
        return new Series(palette.style(arm), arm, points, true);
    }

    private static Series.Point point(Curves of, int index) {
        double[] multiples = of.forks().stream()
                .filter(fork -> index < fork.size())
                .mapToDouble(fork -> fork.get(index))
                .filter(Double::isFinite)
                .toArray();
        return multiples.length == 0 ? NOTHING : new Series.Point(index + 1, ForkSamples.median(multiples));
    }

    private List<Panel> panels() {
        Map<BenchmarkKey, List<Series>> series = new LinkedHashMap<>();
        curves.forEach((key, arms) -> series.put(
                key,
                palette.names().stream()
                        .filter(arms::containsKey)
                        .map(arm -> series(arm, arms.get(arm)))
                        .toList()));
        List<Series.Point> all = series.values().stream()
                .flatMap(List::stream)
                .flatMap(each -> each.points().stream())
                .toList();
        Axis x = iterations(all.stream().mapToDouble(Series.Point::x).max().orElse(1));
        Axis y = Axis.logarithmic(
                DoubleStream.concat(DoubleStream.of(0.95, 1.05), all.stream().mapToDouble(Series.Point::y))
                        .toArray());
        List<Panel> panels = new ArrayList<>();
        series.forEach((key, each) -> panels.add(new Panel.Frame(
                        Measurements.title("warmup-" + panels.size(), labels, key),
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
            ticks.add(new Axis.Tick(tick, Numbers.tick(tick)));
        }
        return new Axis(0.5, most + 0.5, false, ticks);
    }

    private List<Series> guides(BenchmarkKey key, Axis x, Axis y) {
        int warmup =
                curves.get(key).values().stream().mapToInt(Curves::warmup).max().orElse(0);
        double end = warmup + 0.5;
        return List.of(
                new Series(0, "", List.of(new Series.Point(x.low(), 1), new Series.Point(x.high(), 1)), false),
                new Series(1, "", List.of(new Series.Point(end, y.low()), new Series.Point(end, y.high())), false));
    }

    private Figure.DataTable table() {
        List<Figure.DataTable.Row> rows = new ArrayList<>();
        curves.forEach((key, arms) -> palette.names().stream()
                .filter(arms::containsKey)
                .forEach(arm -> rows.add(new Figure.DataTable.Row(
                        Measurements.title(labels, key),
                        List.of(arm, "" + arms.get(arm).warmup(), multiples(series(arm, arms.get(arm))))))));
        return new Figure.DataTable(
                "Iterations as multiples of the measured score",
                List.of("benchmark", "JVM", "warm-up iterations", "all iterations in order"),
                rows);
    }

    private static String multiples(Series series) {
        return String.join(
                " ",
                series.points().stream()
                        .map(point -> Numbers.digits(point.y(), 3))
                        .toList());
    }
}
