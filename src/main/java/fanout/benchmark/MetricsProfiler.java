package fanout.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds each {@link SecondaryMetric} to each iteration of Fanout's own benchmarks, as secondary results; those of the
 * server only if Fanout has started it. Only the ops that are measured count, neither the proof of concurrency nor the
 * unmeasured batches at the start of a turn. Other benchmarks get nothing.
 *
 * <p>Its presence turns recording on, unless the system property {@value #PROPERTY} of the fork is {@value #OFF}.
 * Warm-up iterations record, too, so that the first measured one is not the first that does.
 */
public final class MetricsProfiler implements InternalProfiler {
    /** The system property that turns all this on or off, {@value #ON} or {@value #OFF}. */
    public static final String PROPERTY = "fanout.metrics";

    public static final String ON = "on";
    public static final String OFF = "off";

    /** The argument of a JVM that turns metrics off. */
    public static final String OFF_ARGUMENT = "-D" + PROPERTY + "=" + OFF;

    private static final AtomicReference<IterationMetrics> LAST = new AtomicReference<>();
    private static volatile boolean wanted;

    /**
     * Whether the property leaves metrics on.
     *
     * @throws IllegalArgumentException if it is neither of its two values; the message is one line that says so
     */
    public static boolean areOn() {
        String value = System.getProperty(PROPERTY, ON);
        if (!value.equals(ON) && !value.equals(OFF)) {
            throw new IllegalArgumentException("-D" + PROPERTY + " is " + value + ", must be " + ON + " or " + OFF);
        }
        return value.equals(ON);
    }

    /** Whether a trial that starts now should record. */
    static boolean areWanted() {
        return wanted;
    }

    /** Keeps the metrics of an iteration until the profiler takes them. */
    static void hand(IterationMetrics metrics) {
        LAST.set(metrics);
    }

    @Override
    public String getDescription() {
        return "times of single requests, and what the server saw";
    }

    /** Runs before the trial is set up, and in {@code run} after the turn has begun. */
    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        LAST.set(null);
        wanted = areOn();
    }

    @Override
    public Collection<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        IterationMetrics metrics = LAST.getAndSet(null);
        return metrics == null ? List.of() : metrics.results(benchmark.getTimeUnit());
    }
}
