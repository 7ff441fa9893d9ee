package fanout.report;

import fanout.compare.Criteria;
import fanout.compare.ScoreSummary;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FanoutNames;
import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a benchmark costs besides its score, as far as it was measured: percentiles of the latency, CPU time and
 * allocation.
 *
 * <p>Tested by {@code fanout.report.ScoreChartTest}.
 *
 * @param metrics the secondary metrics that are shown, by name, each with the head of its column
 */
record RowCosts(Map<String, String> metrics) {
    /** In this order: JMH's label of the metric, and how a reader calls it. */
    private static final List<Map.Entry<String, String>> KNOWN = List.of(
            Map.entry("latency:p0.50", "p50"),
            Map.entry("latency:p0.99", "p99"),
            Map.entry("client.cpu", "CPU"),
            Map.entry("gc.alloc.rate.norm", "allocated"));

    /** Those of the known metrics that at least one of these results has. */
    static RowCosts of(Collection<ResultSet> resultSets) {
        Map<String, String> metrics = new TreeMap<>();
        for (ResultSet resultSet : resultSets) {
            for (BenchmarkSamples measured : resultSet.benchmarks().values()) {
                KNOWN.stream()
                        .filter(each -> measured.secondary().containsKey(each.getKey()))
                        .forEach(each -> metrics.put(each.getKey(), head(each.getValue(), measured, each.getKey())));
            }
        }
        return new RowCosts(metrics);
    }

    /** A latency is that of a request by its name. */
    private static String head(String name, BenchmarkSamples measured, String metric) {
        String unit = measured.secondary().get(metric).unit().text();
        return name + ", " + (metric.startsWith(FanoutNames.LATENCY) ? unit.replaceFirst("/.*", "") : unit);
    }

    /** The heads of the columns, each with its unit. */
    List<String> heads() {
        return KNOWN.stream()
                .map(each -> metrics.get(each.getKey()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A cell for each column, of three digits; empty where it was not measured. */
    List<String> cells(ResultSet resultSet, BenchmarkKey key) {
        List<String> cells = new ArrayList<>();
        for (Map.Entry<String, String> known : KNOWN) {
            if (metrics.containsKey(known.getKey())) {
                Metric metric = resultSet.benchmarks().get(key).secondary().get(known.getKey());
                cells.add(metric == null ? "" : cell(metric));
            }
        }
        return cells;
    }

    private static String cell(Metric metric) {
        double score = ScoreSummary.of(metric, Criteria.DEFAULT.alpha()).score();
        return Numbers.digits(Double.isFinite(score) ? score : metric.score(), 3);
    }
}
