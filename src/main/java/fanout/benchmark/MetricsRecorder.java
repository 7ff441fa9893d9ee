package fanout.benchmark;

import fanout.server.GatedServer;
import fanout.server.ServerConditions;
import fanout.workload.Batch;
import fanout.workload.Workload;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** Records the metrics of the batches of one iteration. */
final class MetricsRecorder {
    private final Workload workload;
    private final ServerConditions conditions;
    private final Optional<GatedServer> mock;
    private final Histogram latency = LatencyResult.newHistogram();
    private final Histogram sojourn = LatencyResult.newHistogram();
    private final Histogram batchTimes = LatencyResult.newHistogram();
    private long batches;
    private long cpuNanos;
    private long startNanos;

    MetricsRecorder(Workload workload, ServerConditions conditions, Optional<GatedServer> mock) {
        this.workload = workload;
        this.conditions = conditions;
        this.mock = mock;
    }

    /** Begins an iteration: nothing before this counts. */
    synchronized void begin() {
        latency.reset();
        sojourn.reset();
        batchTimes.reset();
        batches = 0;
        startNanos = System.nanoTime();
        mock.ifPresent(GatedServer::resetCounters);
        cpuNanos = ProcessCpu.nanos();
    }

    /**
     * Adds a batch that is timed and verified. This is part of the op that is measured, so it must be cheap.
     *
     * @param nanos how long it took as a whole
     */
    synchronized void add(Batch batch, long nanos) {
        for (int id = 0; id < batch.size(); id++) {
            latency.recordValue(batch.latencyNanos(id));
            sojourn.recordValue(batch.sojournNanos(id));
        }
        batchTimes.recordValue(nanos);
        batches++;
    }

    /** The metrics since {@link #begin}. */
    synchronized IterationMetrics end() {
        long now = ProcessCpu.nanos(); // first: what comes next is not the client's
        return new IterationMetrics(
                workload,
                conditions,
                batches,
                now == ProcessCpu.UNKNOWN ? ProcessCpu.UNKNOWN : now - cpuNanos,
                serverCpuShare(),
                mock.map(GatedServer::firstBatch).orElse(0L),
                mock.map(GatedServer::counters),
                latency.copy(),
                sojourn.copy(),
                batchTimes.copy());
    }

    /** The time begins before the server's own, and ends after it, so that no share is above 1. */
    private OptionalDouble serverCpuShare() {
        OptionalLong busiest = mock.map(GatedServer::busiestIoNanos).orElse(OptionalLong.empty());
        double nanos = System.nanoTime() - startNanos;
        return busiest.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(busiest.getAsLong() / nanos);
    }
}
