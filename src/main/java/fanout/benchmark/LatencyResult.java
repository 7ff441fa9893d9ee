package fanout.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarDerivativeResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The times of single requests, or of batches, as a secondary result of JMH: what
 * {@link org.openjdk.jmh.results.SampleTimeResult} is to the times of ops. Results of several iterations and forks are
 * merged time by time, so that a percentile of them is one of all requests. The score is the mean; some percentiles are
 * results of their own, so that each has a value an iteration, which {@code compare} can judge.
 *
 * <p>The times are closed-loop: the next request is sent only when an earlier one has ended. A pause of the server or
 * the JVM delays many requests that a steady flow of users would send meanwhile, and is counted once.
 */
public final class LatencyResult extends Result<LatencyResult> {
    /** The label of the time from permit held to answer parsed. */
    public static final String LATENCY = "latency";

    /** The label of the time from the start of the batch to answer parsed. */
    public static final String SOJOURN = "sojourn";

    /** The label of the time of a whole batch, which is the op: the score is its mean. */
    public static final String BATCH = "batch";

    private static final long serialVersionUID = 1;

    private final Histogram nanos;
    private final TimeUnit time;

    /**
     * @param label {@value #LATENCY}, {@value #SOJOURN} or {@value #BATCH}
     * @param nanos the times in ns, which must not change any more
     * @param time the unit of the score, which is then such as {@code ms/request}, or {@code ms/op} of
     *     batches
     */
    public LatencyResult(String label, Histogram nanos, TimeUnit time) {
        super(
                ResultRole.SECONDARY,
                label,
                new HistogramStatistics(nanos, perNano(time)),
                TimeValue.tuToString(time) + (label.equals(BATCH) ? "/op" : "/request"),
                AggregationPolicy.AVG);
        this.nanos = nanos;
        this.time = time;
    }

    private static double perNano(TimeUnit time) {
        return 1.0 / time.toNanos(1);
    }

    /**
     * Keeps a time within 0.8 % of itself: two digits take at least 128 cells for each power of two. A third would take
     * eight times the cells, and so more of the processor's caches, which the clients need, and a larger log.
     */
    public static Histogram newHistogram() {
        return new Histogram(2);
    }

    /** The times in ns. */
    public Histogram nanos() {
        return nanos;
    }

    /** The unit of the score. */
    public TimeUnit time() {
        return time;
    }

    /** Merges results time by time. */
    public static LatencyResult merged(Collection<LatencyResult> results) {
        LatencyResult first = results.iterator().next();
        Histogram all = newHistogram();
        results.forEach(result -> all.add(result.nanos));
        return new LatencyResult(first.label, all, first.time);
    }

    @Override
    protected Aggregator<LatencyResult> getThreadAggregator() {
        return LatencyResult::merged;
    }

    @Override
    protected Aggregator<LatencyResult> getIterationAggregator() {
        return LatencyResult::merged;
    }

    @Override
    public Collection<ScalarDerivativeResult> getDerivativeResults() {
        List<ScalarDerivativeResult> all =
                new ArrayList<>(List.of(percentile("p0.50", 50), percentile("p0.99", 99), percentile("p0.999", 99.9)));
        if (label.equals(BATCH)) {
            all.addAll(List.of(percentile("p0.90", 90), percentile("p1.00", 100)));
        }
        return all;
    }

    private ScalarDerivativeResult percentile(String name, double rank) {
        return new ScalarDerivativeResult(
                label + ":" + name, statistics.getPercentile(rank), unit, AggregationPolicy.AVG);
    }

    @Override
    public String extendedInfo() {
        return "  closed loop: a request is sent when an earlier one has ended\n" + distributionExtendedInfo();
    }
}
