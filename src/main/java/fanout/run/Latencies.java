package fanout.run;

import fanout.benchmark.LatencyResult;
import fanout.record.HistogramLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Removes the latency histograms from a fork's result, and restores them. They are large: those of single iterations
 * would make the folder of a run four times its size, for numbers that JMH's JSON never shows. So iterations keep only
 * the scores of their histograms. The histogram of the whole fork, which all percentiles of several forks need, is kept
 * once, in its log.
 */
final class Latencies {
    private Latencies() {}

    /** The latencies of the whole fork, one result for each label; empty if it recorded none. */
    static List<LatencyResult> of(BenchmarkResult fork) {
        return fork.getIterationResults().stream()
                .flatMap(iteration -> all(iteration).stream())
                .filter(LatencyResult.class::isInstance)
                .map(LatencyResult.class::cast)
                .collect(Collectors.groupingBy(LatencyResult::getLabel, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(LatencyResult::merged)
                .toList();
    }

    private static List<Result<?>> all(IterationResult iteration) {
        List<Result<?>> all = new ArrayList<>();
        iteration.getRawSecondaryResults().values().forEach(all::add);
        return all;
    }

    /** The same result, with each iteration's histograms replaced by their scores. */
    static BenchmarkResult removed(BenchmarkResult fork) {
        List<IterationResult> iterations = new ArrayList<>();
        for (IterationResult iteration : fork.getIterationResults()) {
            IterationResult copy =
                    new IterationResult(iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
            copy.addResults(iteration.getRawPrimaryResults());
            for (Result<?> result : all(iteration)) {
                copy.addResults(result instanceof LatencyResult latencies ? scores(latencies) : List.of(result));
            }
            iterations.add(copy);
        }
        BenchmarkResult removed = new BenchmarkResult(fork.getParams(), iterations, fork.getMetadata());
        fork.getBenchmarkResults().values().forEach(removed::addBenchmarkResult);
        return removed;
    }

    private static List<ScalarResult> scores(LatencyResult latencies) {
        List<ScalarResult> scores = new ArrayList<>();
        scores.add(score(latencies));
        latencies.getDerivativeResults().forEach(percentile -> scores.add(score(percentile)));
        return scores;
    }

    private static ScalarResult score(Result<?> result) {
        return new ScalarResult(result.getLabel(), result.getScore(), result.getScoreUnit(), AggregationPolicy.AVG);
    }

    /** Whether histograms were removed from this result. */
    static boolean areMissing(BenchmarkResult fork) {
        return fork.getIterationResults().stream()
                .flatMap(iteration -> all(iteration).stream())
                .anyMatch(result -> result.getLabel().equals(LatencyResult.LATENCY) && result instanceof ScalarResult);
    }

    /**
     * The result with the histograms of the whole fork. When JMH merges forks, it uses these instead of the iterations'
     * scores; where it lists iterations, it still shows their scores.
     *
     * @param log the content that {@link LatencyLog} has written
     */
    static BenchmarkResult restored(BenchmarkResult removed, byte[] log) throws IOException {
        BenchmarkResult restored =
                new BenchmarkResult(removed.getParams(), removed.getIterationResults(), removed.getMetadata());
        for (Map.Entry<String, Histogram> line : HistogramLog.read(log).entrySet()) {
            restored.addBenchmarkResult(new LatencyResult(
                    line.getKey(), line.getValue(), removed.getParams().getTimeUnit()));
        }
        removed.getBenchmarkResults().values().forEach(restored::addBenchmarkResult);
        return restored;
    }
}
