package fanout.benchmark;

import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The metrics in addition to the score, in the order in which {@code results/README.md} explains them. The
 * documentation of this package says how to add one.
 */
enum SecondaryMetric {
    /** Of a request, from its permit held to its answer parsed and checked. Closed-loop: {@link LatencyResult}. */
    LATENCY(LatencyResult.LATENCY, "ms/request", AggregationPolicy.AVG),

    /** Of a request, from the start of its batch to its answer parsed and checked. Closed-loop. */
    SOJOURN(LatencyResult.SOJOURN, "ms/request", AggregationPolicy.AVG),

    /** Of a whole batch: the score is the mean of these, so its percentiles are what is new. Closed-loop. */
    BATCH(LatencyResult.BATCH, "ms/op", AggregationPolicy.AVG),

    /**
     * CPU time of this JVM, where the platform reports it. It includes that of an embedded server, of the JIT and of
     * the GC.
     */
    CLIENT_CPU("client.cpu", "us/request", AggregationPolicy.AVG),

    /**
     * The most requests that the server had at once; of all iterations and forks the largest. Without a delay it is at
     * most the number of the server's I/O threads ({@link fanout.server.ServerCounters}).
     */
    SERVER_PEAK_IN_FLIGHT("server.peakInFlight", "requests", AggregationPolicy.MAX),

    /** The connections that the server has seen since its start; of all forks the largest. */
    SERVER_CONNECTIONS("server.connections", "connections", AggregationPolicy.MAX),

    /** How many requests the server got for one op: the parameter {@code requests}, or something is wrong. */
    SERVER_REQUESTS("server.requests", "requests/op", AggregationPolicy.AVG),

    /**
     * How busy the server was: the CPU time of the busiest of its I/O threads as a part of the iteration's time, 0 to
     * 1, where its JVM reports it. Near 1 the server is what is measured.
     */
    SERVER_CPU_SHARE("server.cpuShare", "share", AggregationPolicy.AVG),

    /** If the server delays its answers, the time that an op takes for the delays alone, on average. */
    DELAY_FLOOR("delayFloor", "ms/op", AggregationPolicy.AVG);

    private final String label;
    private final String unit;
    private final AggregationPolicy aggregation;

    SecondaryMetric(String label, String unit, AggregationPolicy aggregation) {
        this.label = label;
        this.unit = unit;
        this.aggregation = aggregation;
    }

    /** The unit of its score; that of a latency follows from the benchmarks' own unit of time. */
    String unit() {
        return unit;
    }

    /** A value of an iteration, as JMH takes it. */
    ScalarResult of(double value) {
        return new ScalarResult(label, value, unit, aggregation);
    }

    /** The name of the metric in JMH's JSON. */
    @Override
    public String toString() {
        return label;
    }
}
