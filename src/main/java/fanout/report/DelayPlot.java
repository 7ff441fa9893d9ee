package fanout.report;

import fanout.compare.Level;
import fanout.compare.Methods;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.Measured;
import fanout.results.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Score against the server's delay, where a run swept over it, with the floor that the delay alone makes. */
final class DelayPlot {
    private static final String DELAY = "delayMillis";
    private static final String FLOOR = "delayFloor";
    private static final String LEAD = "Score for each delay of the server. The dashed line is the floor that the delay"
            + " alone makes: requests / concurrency, rounded up, times the delay; no client can be below it. What is"
            + " between the two is the client, and shrinks as the delay grows.";

    /** All that is measured under conditions that differ in the delay alone. */
    private record Sweep(String type, String mode, SortedMap<String, String> params, String arm) {}

    /** @param floor NaN where there is no delay */
    private record Measurement(String method, double delay, double score, double floor, String unit) {}

    private final Map<Sweep, List<Measurement>> sweeps;
    private final Palette palette;

    private DelayPlot(Measurements measurements, double alpha) {
        Map<Sweep, List<Measurement>> all = new LinkedHashMap<>();
        for (Arm arm : measurements.arms()) {
            arm.benchmarks().values().stream()
                    .filter(measured -> delay(measured.key()) >= 0)
                    .forEach(measured -> all.computeIfAbsent(
                                    sweep(measured.key(), arm.name()), sweep -> new ArrayList<>())
                            .add(measurement(measured, alpha)));
        }
        all.values().removeIf(each -> delays(each).size() < 2);
        this.sweeps = all;
        this.palette = Palette.of(all.values().stream()
                .flatMap(List::stream)
                .map(Measurement::method)
                .sorted()
                .toList());
    }

    static Optional<Figure> of(Measurements measurements, double alpha) {
        DelayPlot plot = new DelayPlot(measurements, alpha);
        return plot.sweeps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "delay",
                        "Score against delay",
                        LEAD,
                        plot.palette.legend(),
                        List.of(),
                        plot.panels(),
                        List.of(plot.table())));
    }

    /** Negative where the benchmark has none. */
    private static double delay(BenchmarkKey key) {
        try {
            return Double.parseDouble(key.params().getOrDefault(DELAY, "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Sweep sweep(BenchmarkKey key, String arm) {
        SortedMap<String, String> others = new TreeMap<>(key.params());
        others.remove(DELAY);
        others.remove("client");
        return new Sweep(key.type(), key.mode(), others, arm);
    }

    private static Measurement measurement(Measured measured, double alpha) {
        Metric floor = measured.secondary().get(FLOOR);
        double least = floor == null ? Double.NaN : Level.of(floor, alpha).score();
        return new Measurement(
                Methods.name(measured.key()),
                delay(measured.key()),
                Level.of(measured.primary(), alpha).score(),
                least,
                measured.primary().unit().text());
    }

    private static SortedSet<Double> delays(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::delay).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        sweeps.forEach((sweep, measurements) -> panels.add(panel("delay-" + panels.size(), sweep, measurements)));
        return panels;
    }

    private Panel panel(String id, Sweep sweep, List<Measurement> measurements) {
        List<Double> delays = List.copyOf(delays(measurements));
        List<Axis.Tick> ticks = delays.stream()
                .map(delay -> new Axis.Tick(delays.indexOf(delay), Numbers.tick(delay)))
                .toList();
        Axis x = new Axis(-0.15, delays.size() - 0.85, false, ticks);
        Axis y = Axis.logarithmic(measurements.stream()
                .flatMap(each -> Stream.of(each.score(), each.floor()))
                .mapToDouble(Double::doubleValue)
                .toArray());
        return new Panel.Frame(
                        new Panel.Frame.Title(id, "on " + sweep.arm(), conditions(sweep)),
                        "Scores by delay; the numbers are in the table below.",
                        "delay in ms",
                        x,
                        measurements.get(0).unit(),
                        y)
                .with(series(measurements, delays), List.of(floor(measurements, delays)));
    }

    /** Nothing where all are alike. */
    private String conditions(Sweep sweep) {
        boolean alike = sweeps.keySet().stream()
                        .map(each -> List.of(each.type(), each.mode(), each.params()))
                        .distinct()
                        .count()
                == 1;
        return alike ? "" : sweep.type() + " " + sweep.mode() + " " + sweep.params();
    }

    private List<Series> series(List<Measurement> measurements, List<Double> delays) {
        return palette.names().stream()
                .map(method -> new Series(
                        palette.style(method),
                        method,
                        measurements.stream()
                                .filter(each -> each.method().equals(method))
                                .sorted((a, b) -> Double.compare(a.delay(), b.delay()))
                                .map(each -> new Series.Point(delays.indexOf(each.delay()), each.score()))
                                .toList(),
                        true))
                .toList();
    }

    private static Series floor(List<Measurement> measurements, List<Double> delays) {
        SortedMap<Double, Double> floors = new TreeMap<>();
        measurements.stream().filter(each -> each.floor() > 0).forEach(each -> floors.put(each.delay(), each.floor()));
        return new Series(
                2,
                "floor",
                floors.entrySet().stream()
                        .map(each -> new Series.Point(delays.indexOf(each.getKey()), each.getValue()))
                        .toList(),
                false);
    }

    private Figure.DataTable table() {
        List<Figure.DataTable.Row> rows = new ArrayList<>();
        sweeps.forEach((sweep, measurements) -> measurements.forEach(each -> rows.add(new Figure.DataTable.Row(
                each.method(),
                List.of(
                        (sweep.arm() + " " + conditions(sweep)).strip(),
                        Numbers.tick(each.delay()),
                        Numbers.score(each.score()),
                        Numbers.score(each.floor()),
                        each.unit())))));
        return new Figure.DataTable(
                "Score by delay", List.of("strategy", "JVM", "delay in ms", "score", "floor", "unit"), rows);
    }
}
