package fanout.report;

import fanout.record.HistogramLog;
import fanout.report.plot.Axis;
import fanout.report.plot.DataTable;
import fanout.report.plot.Figure;
import fanout.report.plot.Panel;
import fanout.report.plot.Series;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FanoutNames;
import fanout.results.ForkDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** How long single requests, or whole batches, took, percentile by percentile, on a scale of nines. */
final class LatencyPlot {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int POINTS_PER_NINE = 10;

    /** The median on the scale of nines, where curves begin. */
    private static final double MEDIAN = Math.log10(2);

    private static final double[] TABLE = {50, 90, 99, 99.9, 99.99, 100};
    private static final String CLOSED_LOOP =
            " This is a closed loop: a request is sent when an earlier one has ended, so a pause counts once for each"
                    + " request in flight, not for every request that users at a steady rate would have sent meanwhile."
                    + " The curves show how the strategies differ; they do not predict a service level.";

    /**
     * Whose times are shown.
     *
     * @param metric in the histograms' log
     * @param title of the figure
     * @param lead what stands above it
     * @param many how these are called
     */
    private record Times(String metric, String title, String lead, String many) {}

    private static final Times REQUESTS = new Times(
            FanoutNames.LATENCY,
            "Latency of single requests (closed loop)",
            "How long a request took from its permit to its answer, over all measured iterations and forks, from the"
                    + " median up. Requests at each vertical line are ten times rarer than at the line before.",
            "requests");

    private static final Times BATCHES = new Times(
            FanoutNames.BATCH,
            "Times of whole batches (closed loop)",
            "How long an answer took that needs all requests of a batch, over all measured iterations and forks, from"
                    + " the median up. Batches at each vertical line are ten times rarer than at the line before; the"
                    + " score is their mean.",
            "batches");

    private final Times times;
    private final ByResultSet<Histogram> latencies;

    private LatencyPlot(Times times, PageData data) {
        this.times = times;
        this.latencies = new ByResultSet<>(data);
        data.traces().forEach(this::add);
    }

    private void add(ForkDetails fork) {
        Histogram histogram = fork.latencies().get(times.metric());
        if (histogram == null || histogram.getTotalCount() == 0) {
            return;
        }
        for (BenchmarkSamples measured : fork.measured()) {
            latencies.merge(measured.key(), fork.entry().label(), histogram, HistogramLog::sum);
        }
    }

    static Optional<Figure> ofRequests(PageData data) {
        return new LatencyPlot(REQUESTS, data).figure();
    }

    static Optional<Figure> ofBatches(PageData data) {
        return new LatencyPlot(BATCHES, data).figure();
    }

    private Optional<Figure> figure() {
        return latencies.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofPanels(
                        times.metric(),
                        times.title(),
                        times.lead() + CLOSED_LOOP + latencies.omitted(),
                        latencies.legend(),
                        panels(),
                        table()));
    }

    private List<Panel> panels() {
        Map<BenchmarkKey, List<Series>> series = latencies.series(LatencyPlot::curve, false);
        Axis x = nines(Series.points(series.values())
                .mapToDouble(Series.Point::x)
                .max()
                .orElse(1));
        Axis y = Axis.logarithmic(
                Series.points(series.values()).mapToDouble(Series.Point::y).toArray());
        List<Panel> panels = new ArrayList<>();
        series.forEach((key, each) -> panels.add(new Panel.Frame(
                        latencies.title(times.metric(), key),
                        "Percentiles of " + times.metric() + " times; the numbers are in the table below.",
                        "percentile",
                        x,
                        "ms",
                        y)
                .with(each, List.of())));
        return panels;
    }

    /** A curve ends with the largest value: one of as many as the histogram has. */
    private static List<Series.Point> curve(Histogram histogram) {
        double last = Math.log10(Math.max(10, histogram.getTotalCount()));
        List<Series.Point> points = new ArrayList<>();
        points.add(new Series.Point(MEDIAN, millis(histogram, 50)));
        for (int i = 1 + (int) (MEDIAN * POINTS_PER_NINE); i < last * POINTS_PER_NINE; i++) {
            double nines = (double) i / POINTS_PER_NINE;
            points.add(new Series.Point(nines, millis(histogram, 100 * (1 - Math.pow(10, -nines)))));
        }
        points.add(new Series.Point(last, millis(histogram, 100)));
        return points;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    private static Axis nines(double most) {
        List<Axis.Tick> ticks = new ArrayList<>(List.of(new Axis.Tick(MEDIAN, "50")));
        for (int nines = 1; nines <= most; nines++) {
            boolean crowded = nines > 4 && nines % 2 == 1;
            String digits = nines < 3 ? List.of("90", "99").get(nines - 1) : "99." + "9".repeat(nines - 2);
            ticks.add(new Axis.Tick(nines, crowded ? "" : digits));
        }
        return new Axis(MEDIAN, most, false, ticks);
    }

    private DataTable table() {
        return new DataTable(
                "Times of " + times.many() + " in ms, closed loop",
                List.of("benchmark", latencies.kind(), "p50", "p90", "p99", "p99.9", "p99.99", "max", times.many()),
                latencies.rows(LatencyPlot::cells));
    }

    private static List<String> cells(Histogram histogram) {
        return Stream.concat(
                        DoubleStream.of(TABLE)
                                .mapToObj(percentile -> Numbers.percentile(millis(histogram, percentile))),
                        Stream.of(Long.toString(histogram.getTotalCount())))
                .toList();
    }
}
