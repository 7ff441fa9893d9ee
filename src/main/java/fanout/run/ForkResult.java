package fanout.run;

import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * What a fork measured.
 *
 * @param jmh JMH's result, of the measured iterations only
 * @param scores those of all iterations in order, of the warm-up first, in the benchmark's unit
 */
public record ForkResult(BenchmarkResult jmh, List<Double> scores) {
    public ForkResult {
        scores = List.copyOf(scores);
    }
}
