package fanout.results;

import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import java.util.List;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/**
 * All that the folder of a run has on one fork that ended well.
 *
 * @param entry its entry in the manifest
 * @param measured its JMH results
 * @param iterations all its iterations, warm-up first; empty where the folder does not have them
 * @param latencies in ns, by metric: {@code latency}, {@code sojourn}; empty where the folder does not have them
 */
public record ForkDetails(
        ForkRecord entry,
        List<BenchmarkSamples> measured,
        List<IterationRecord> iterations,
        SortedMap<String, Histogram> latencies) {
    public ForkDetails {
        measured = List.copyOf(measured);
        iterations = List.copyOf(iterations);
    }
}
