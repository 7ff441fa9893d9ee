package fanout.benchmark;

import fanout.server.ServerConditions;
import fanout.server.ServerCounters;
import fanout.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.Result;

/**
 * What was measured in one iteration in addition to its score.
 *
 * @param workload of each batch
 * @param conditions under which the server was started
 * @param batches how many there were
 * @param cpuNanos CPU time that this JVM took for them, or {@link ProcessCpu#UNKNOWN}
 * @param serverCpuShare of the server's busiest I/O thread, 0 to 1; empty if it is not ours, or does not tell
 * @param firstBatch the number of the first of them, by which the server draws delays
 * @param server what the server has seen; empty if it is not ours
 * @param latency of each request, in ns
 * @param sojourn of each request, in ns
 * @param batchTimes of each batch, in ns
 */
record IterationMetrics(
        Workload workload,
        ServerConditions conditions,
        long batches,
        long cpuNanos,
        OptionalDouble serverCpuShare,
        long firstBatch,
        Optional<ServerCounters> server,
        Histogram latency,
        Histogram sojourn,
        Histogram batchTimes) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * The metrics as JMH's secondary results, which {@link SecondaryMetric} describes; none if there was no batch.
     *
     * @param time the unit of latencies
     */
    List<Result<?>> results(TimeUnit time) {
        List<Result<?>> results = new ArrayList<>();
        if (batches == 0) {
            return results;
        }
        results.add(new LatencyResult(SecondaryMetric.LATENCY.toString(), latency, time));
        results.add(new LatencyResult(SecondaryMetric.SOJOURN.toString(), sojourn, time));
        results.add(new LatencyResult(SecondaryMetric.BATCH.toString(), batchTimes, time));
        if (cpuNanos != ProcessCpu.UNKNOWN) {
            double micros = cpuNanos / NANOS_PER_MICRO / batches / workload.requests();
            results.add(SecondaryMetric.CLIENT_CPU.of(micros));
        }
        server.ifPresent(seen -> addServer(seen, results));
        return results;
    }

    private void addServer(ServerCounters seen, List<Result<?>> results) {
        results.add(SecondaryMetric.SERVER_PEAK_IN_FLIGHT.of(seen.peakInFlight()));
        results.add(SecondaryMetric.SERVER_CONNECTIONS.of(seen.connections()));
        results.add(SecondaryMetric.SERVER_REQUESTS.of((double) seen.requests() / batches));
        serverCpuShare.ifPresent(share -> results.add(SecondaryMetric.SERVER_CPU_SHARE.of(share)));
        if (conditions.areDelayed()) {
            results.add(SecondaryMetric.DELAY_FLOOR.of(delayFloorMillis(workload, conditions, firstBatch, batches)));
        }
    }

    /**
     * The mean over some batches of the time, in ms, that a batch takes for the server's delays alone.
     *
     * @param first number of the first batch
     * @param batches how many, 1 or more
     */
    static double delayFloorMillis(Workload workload, ServerConditions conditions, long first, long batches) {
        boolean alike = conditions.delaySpread().isNone();
        return LongStream.range(first, first + (alike ? 1 : batches))
                .map(batch -> workload.delayFloorMillis(id -> conditions.delayMillis(batch, id)))
                .average()
                .orElseThrow();
    }
}
