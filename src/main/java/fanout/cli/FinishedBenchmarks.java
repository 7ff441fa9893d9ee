package fanout.cli;

import fanout.run.ObservedOutput;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Remembers the benchmarks that finished: JMH forgets them all when a later one fails. */
final class FinishedBenchmarks {
    private final List<RunResult> results = new ArrayList<>();

    /** What has finished so far, in that order; safe to call from any thread. */
    synchronized List<RunResult> results() {
        return List.copyOf(results);
    }

    /** Wraps the output: each benchmark that ends is remembered. */
    OutputFormat observe(OutputFormat output) {
        return ObservedOutput.of(output, (method, args) -> {
            if (method.equals("endBenchmark") && args[0] != null) {
                add((BenchmarkResult) args[0]);
            }
        });
    }

    private synchronized void add(BenchmarkResult merged) {
        BenchmarkParams params = merged.getParams();
        results.add(new RunResult(params, forks(merged, params.getMeasurement().getCount())));
    }

    /** Undoes JMH's merge: every fork of a finished benchmark has the same number of iterations. */
    private static List<BenchmarkResult> forks(BenchmarkResult merged, int iterations) {
        List<IterationResult> all = List.copyOf(merged.getIterationResults());
        List<BenchmarkResult> forks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += iterations) {
            List<IterationResult> fork = all.subList(from, Math.min(from + iterations, all.size()));
            forks.add(new BenchmarkResult(merged.getParams(), fork));
        }
        // Results of a whole fork (profilers) can no longer be separated; JMH sums them up again.
        merged.getBenchmarkResults().values().forEach(forks.get(0)::addBenchmarkResult);
        return forks;
    }
}
