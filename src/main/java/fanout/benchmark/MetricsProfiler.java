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
 * Adds to each iteration of a benchmark of ours, as secondary results, each {@link SecondaryMetric}: those of the
 * server
 * only where it is ours. Nothing counts but the ops that are measured: no proof, and no settling. Other benchmarks get
 * nothing.
 *
 * <p>Being there is what turns recording on, unless the system property {@value #PROPERTY} of the fork is
 * {@value #OFF}.
 * Warm-up iterations record, too, lest the first measured one be the first that does.
 */
public final class MetricsProfiler implements InternalProfiler {
    /** The system property that turns all this on or off, {@value #ON} or {@value #OFF}. */
    public static final String PROPERTY = "fanout.metrics";

    public static final String ON = "on";
    public static final String OFF = "off";

    /** The argument of a JVM that turns them off. */
    public static final String OFF_ARGUMENT = "-D" + PROPERTY + "=" + OFF;

    private static final AtomicReference<IterationMetrics> LAST = new AtomicReference<>();
    private static volatile boolean wanted;

    /**
     * Whether the property leaves them on.
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

    /** Whether a trial that starts now is to record. */
    static boolean areWanted() {
        return wanted;
    }

    /** Takes what an iteration told, until the profiler asks for it. */
    static void hand(IterationMetrics metrics) {
        LAST.set(metrics);
    }

    @Override
    public String getDescription() {
        return "times of single requests, and what the server saw";
    }

    /** Runs before the trial is set up, and in `run` after the turn has come. */
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
