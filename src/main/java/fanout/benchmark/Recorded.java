package fanout.benchmark;

import fanout.server.ServerCounters;
import fanout.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What one iteration told beside its score.
 *
 * @param workload of each batch
 * @param batches how many there were
 * @param cpuNanos CPU time that this JVM took for them, or {@link ProcessCpu#UNKNOWN}
 * @param server what the server saw; empty if it is not ours
 * @param latency of each request, in ns
 * @param sojourn of each request, in ns
 */
record Recorded(
        Workload workload,
        long batches,
        long cpuNanos,
        Optional<ServerCounters> server,
        Histogram latency,
        Histogram sojourn) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * The same as JMH's secondary results, which {@link Metrics} describes; none if there was no batch.
     *
     * @param time the unit of latencies
     */
    List<Result<?>> results(TimeUnit time) {
        List<Result<?>> results = new ArrayList<>();
        if (batches == 0) {
            return results;
        }
        results.add(new LatencyResult(LatencyResult.LATENCY, latency, time));
        results.add(new LatencyResult(LatencyResult.SOJOURN, sojourn, time));
        if (cpuNanos != ProcessCpu.UNKNOWN) {
            double micros = cpuNanos / NANOS_PER_MICRO / batches / workload.requests();
            results.add(scalar("client.cpu", micros, "us/request", AggregationPolicy.AVG));
        }
        server.ifPresent(seen -> addServer(seen, results));
        return results;
    }

    private void addServer(ServerCounters seen, List<Result<?>> results) {
        results.add(scalar("server.peakInFlight", seen.peakInFlight(), "requests", AggregationPolicy.MAX));
        results.add(scalar("server.connections", seen.connections(), "connections", AggregationPolicy.MAX));
        double requests = (double) seen.requests() / batches;
        results.add(scalar("server.requests", requests, "requests/op", AggregationPolicy.AVG));
        if (workload.delayMillis() > 0) {
            results.add(scalar("delayFloor", workload.delayFloorMillis(), "ms/op", AggregationPolicy.AVG));
        }
    }

    private static ScalarResult scalar(String label, double value, String unit, AggregationPolicy policy) {
        return new ScalarResult(label, value, unit, policy);
    }
}
