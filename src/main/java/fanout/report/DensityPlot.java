package fanout.report;

import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.Figure;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.ResultSet;
import fanout.results.ScoreUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** How the scores of the iterations are distributed on each arm: an interval has two ends, but no shape. */
final class DensityPlot {
    /** With fewer iterations a curve shows the kernel more than the scores. */
    static final int FEWEST = 20;

    /** With more arms the words below a title are no longer short. */
    private static final int MOST_NAMED = 3;

    private static final double HEADROOM = 1.05;
    private static final String LEAD =
            "How often each score occurred among the measured iterations: the higher the curve, the more of them; the"
                    + " vertical line is their median. Curves apart from each other show a difference that needs no"
                    + " statistics; two humps, that something has two states; a long tail, that something disturbed a"
                    + " few. In small print: in how many of all pairs, an iteration of each arm, the second arm was"
                    + " faster; 50 % is no difference. No verdict comes from that, since iterations of one fork depend"
                    + " on each other. The curves are smoothed.";

    /** @param scores of all iterations of all forks, in the unit of the benchmark's panel */
    record ArmIterations(String resultSet, double... scores) {
        double quantile(double share) {
            return Quantile.withDefaults().withCopy(true).evaluate(scores, share);
        }

        boolean canBeDrawn() {
            return scores.length >= FEWEST
                    && DoubleStream.of(scores).allMatch(score -> score > 0 && Double.isFinite(score))
                    && DoubleStream.of(scores).distinct().count() > 1;
        }

        /** The share of all pairs in which the other's score is lower; a tie counts half. */
        double lowerOf(ArmIterations other) {
            double pairs = (double) scores.length * other.scores.length;
            return MannWhitneyUTest.withDefaults().statistic(scores, other.scores) / pairs;
        }
    }

    private final PageData data;
    private final ByResultSet<ArmIterations> iterations;

    private DensityPlot(PageData data) {
        this.data = data;
        this.iterations = new ByResultSet<>(data);
        for (BenchmarkKey key : data.keys()) {
            List<ArmIterations> arms = arms(key);
            if (arms.size() > 1) {
                arms.forEach(arm -> iterations.merge(key, arm.resultSet(), arm, (one, other) -> one));
            }
        }
    }

    static Optional<Figure> of(PageData data) {
        DensityPlot plot = new DensityPlot(data);
        return plot.iterations.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofPanels(
                        "density",
                        "Distribution of iterations",
                        LEAD + plot.iterations.omitted(),
                        plot.iterations.legend(),
                        plot.panels(),
                        plot.table()));
    }

    /** The arms that have enough iterations of a benchmark, the baseline first. */
    private List<ArmIterations> arms(BenchmarkKey key) {
        double factor = new ScoreUnit(data.unit(key)).factor();
        return data.resultSets().stream()
                .filter(resultSet -> resultSet.benchmarks().containsKey(key))
                .map(resultSet -> iterations(resultSet, key, factor))
                .filter(ArmIterations::canBeDrawn)
                .toList();
    }

    private static ArmIterations iterations(ResultSet resultSet, BenchmarkKey key, double factor) {
        Metric metric = resultSet.benchmarks().get(key).primary();
        double[] scores = metric.forks().stream()
                .flatMapToDouble(fork -> DoubleStream.of(fork.iterations()))
                .map(score -> score * metric.unit().factor() / factor)
                .toArray();
        return new ArmIterations(resultSet.name(), scores);
    }

    private List<Panel> panels() {
        Map<BenchmarkKey, List<Series>> curves = iterations.series(each -> new Density(each.scores()).curve(), false);
        Map<BenchmarkKey, List<Series>> medians = iterations.series(DensityPlot::median, false);
        List<Panel> panels = new ArrayList<>();
        curves.forEach((key, series) -> panels.add(panel(key, series, medians.get(key))));
        return panels;
    }

    private static List<Series.Point> median(ArmIterations each) {
        double median = ForkSamples.median(each.scores());
        return List.of(new Series.Point(median, 0), new Series.Point(median, new Density(each.scores()).at(median)));
    }

    private Panel panel(BenchmarkKey key, List<Series> curves, List<Series> medians) {
        List<ArmIterations> arms = arms(key);
        List<Series.Point> points = Series.points(List.of(curves)).toList();
        Axis x = Axis.logarithmic(points.stream().mapToDouble(Series.Point::x).toArray());
        double highest = points.stream().mapToDouble(Series.Point::y).max().orElse(1);
        Axis y = new Axis(0, highest * HEADROOM, false, List.of());
        Panel.Title title = iterations.title("density", key);
        String detail = Stream.of(title.detail(), faster(arms, key))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        String words = arms.stream()
                .map(arm -> String.format(
                        Locale.ROOT,
                        "%s: %d iterations, half of them from %s to %s.",
                        data.arms().of(arm.resultSet()),
                        arm.scores().length,
                        Numbers.score(arm.quantile(0.25)),
                        Numbers.score(arm.quantile(0.75))))
                .collect(Collectors.joining(" "));
        return new Panel.Frame(
                        new Panel.Title(title.id(), title.name(), detail), words, data.unit(key), x, "how often", y)
                .with(curves, List.of(), medians);
    }

    /** In how many pairs the others were faster than the first; empty where there are too many to name. */
    private String faster(List<ArmIterations> arms, BenchmarkKey key) {
        boolean rate = new ScoreUnit(data.unit(key)).isRate();
        return arms.size() > MOST_NAMED
                ? ""
                : arms.stream()
                        .skip(1)
                        .map(arm -> {
                            double lower = arms.get(0).lowerOf(arm);
                            return String.format(
                                    Locale.ROOT,
                                    "%s faster in %.0f\u00a0%% of pairs",
                                    data.arms().of(arm.resultSet()),
                                    100 * (rate ? 1 - lower : lower));
                        })
                        .collect(Collectors.joining(", "));
    }

    private DataTable table() {
        return new DataTable(
                "Iterations in numbers",
                List.of(
                        "benchmark",
                        iterations.kind(),
                        "iterations",
                        "lowest",
                        "quarter",
                        "median",
                        "three quarters",
                        "highest"),
                iterations.rows(each -> Stream.concat(
                                Stream.of("" + each.scores().length),
                                DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
                                        .mapToObj(share -> Numbers.score(each.quantile(share))))
                        .toList()));
    }
}
