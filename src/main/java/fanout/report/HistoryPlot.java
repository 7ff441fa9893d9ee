package fanout.report;

import fanout.compare.Level;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores over time: one panel a benchmark, one line a JVM; runs of another machine are another panel. */
final class HistoryPlot {
    private static final String LEAD =
            "One panel a benchmark and machine, one line a JVM: the score of each run, and the"
                    + " interval that the scatter of its own forks gives. Runs are hours or days apart, so what changed between two"
                    + " points may be the machine as well as the JVM or the code: a suspicion, to be tested by one run that has both.";

    /** What a line may join: nothing that was run in another way, or elsewhere. */
    private record Place(BenchmarkKey key, String settings, String host) {}

    private record Dot(String arm, Instant time, Level level, String unit, String run) {}

    private final SortedMap<Place, List<Dot>> dots = new TreeMap<>(
            Comparator.comparing(Place::key).thenComparing(Place::settings).thenComparing(Place::host));
    private final Palette palette;
    private final List<Place> drawn;

    private HistoryPlot(List<HistoryReport.PastRun> runs, double alpha) {
        for (HistoryReport.PastRun run : runs) {
            run.started().ifPresent(time -> add(run, time, alpha));
        }
        this.palette = Palette.of(dots.values().stream()
                .flatMap(List::stream)
                .map(Dot::arm)
                .sorted()
                .toList());
        this.drawn = dots.entrySet().stream()
                .filter(place ->
                        place.getValue().stream().map(Dot::run).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(HistoryReport.PastRun run, Instant time, double alpha) {
        for (Arm arm : run.arms()) {
            arm.benchmarks()
                    .forEach((key, measured) -> dots.computeIfAbsent(
                                    new Place(
                                            key,
                                            measured.settings().toString(),
                                            run.run().record().host().name()),
                                    place -> new ArrayList<>())
                            .add(new Dot(
                                    arm.name(),
                                    time,
                                    Level.of(measured.primary(), alpha),
                                    measured.primary().unit().text(),
                                    run.run().name())));
        }
        dots.values().forEach(each -> each.sort(Comparator.comparing(Dot::time)));
    }

    static Optional<Figure> of(List<HistoryReport.PastRun> runs, double alpha) {
        HistoryPlot plot = new HistoryPlot(runs, alpha);
        if (plot.dots.isEmpty()) {
            return Optional.empty();
        }
        List<Panel> panels = plot.panels();
        String few = panels.isEmpty()
                ? " No benchmark was measured in the same way in two runs yet, so there is no line to draw."
                : "";
        return Optional.of(new Figure(
                "history",
                "Scores over time",
                LEAD + few,
                panels.isEmpty() ? List.of() : plot.palette.legend(),
                List.of(),
                panels,
                List.of(plot.table(alpha))));
    }

    private List<Panel> panels() {
        Labels labels = Labels.brief(drawn.stream().map(Place::key).toList());
        return IntStream.range(0, drawn.size())
                .mapToObj(index -> panel(title(index, labels), dots.get(drawn.get(index))))
                .toList();
    }

    /** What the panels differ in is in their titles. */
    private Panel.Frame.Title title(int index, Labels labels) {
        Place place = drawn.get(index);
        String detail = Stream.of(
                        labels.params(place.key()),
                        differ(Place::settings) ? place.settings() : "",
                        differ(Place::host) ? "on " + place.host() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Panel.Frame.Title("history-" + index, labels.name(place.key()), detail);
    }

    private boolean differ(Function<Place, String> property) {
        return drawn.stream().map(property).distinct().count() > 1;
    }

    private Panel panel(Panel.Frame.Title title, List<Dot> of) {
        Axis x = TimeAxis.around(of.stream().map(Dot::time).toList());
        Axis y = Axis.linear(of.stream()
                .map(Dot::level)
                .flatMapToDouble(level -> DoubleStream.of(level.score(), level.low(), level.high())));
        Map<String, List<Dot>> byArm = new LinkedHashMap<>();
        of.forEach(dot ->
                byArm.computeIfAbsent(dot.arm(), arm -> new ArrayList<>()).add(dot));
        List<Series> lines = byArm.entrySet().stream()
                .map(arm -> line(arm.getKey(), arm.getValue()))
                .toList();
        return new Panel.Frame(
                        title,
                        "Scores with intervals, run by run; the numbers are in the table below.",
                        "UTC",
                        x,
                        of.get(0).unit(),
                        y)
                .with(lines, List.of(), of.stream().map(this::interval).toList());
    }

    private Series line(String arm, List<Dot> of) {
        return new Series(
                palette.style(arm),
                arm,
                of.stream()
                        .map(dot -> new Series.Point(
                                dot.time().getEpochSecond(), dot.level().score()))
                        .toList(),
                true);
    }

    private Series interval(Dot dot) {
        double x = dot.time().getEpochSecond();
        return new Series(
                palette.style(dot.arm()),
                dot.arm(),
                List.of(
                        new Series.Point(x, dot.level().low()),
                        new Series.Point(x, dot.level().high())),
                false);
    }

    private Figure.DataTable table(double alpha) {
        Labels labels = Labels.brief(dots.keySet().stream().map(Place::key).toList());
        List<Figure.DataTable.Row> rows = new ArrayList<>();
        dots.forEach((place, of) -> of.forEach(dot -> rows.add(new Figure.DataTable.Row(
                Measurements.title(labels, place.key()),
                List.of(
                        place.host(),
                        dot.arm(),
                        HistoryReport.minute(dot.time()),
                        Numbers.score(dot.level().score()),
                        Double.isFinite(dot.level().low())
                                ? Numbers.score(dot.level().low()) + " to "
                                        + Numbers.score(dot.level().high())
                                : "-",
                        dot.unit(),
                        "" + dot.level().forks(),
                        dot.run())))));
        return new Figure.DataTable(
                "All scores",
                List.of(
                        "benchmark",
                        "machine",
                        "JVM",
                        "UTC",
                        "score",
                        Numbers.percent(1 - alpha) + " interval",
                        "unit",
                        "forks",
                        "run"),
                rows);
    }
}
