package fanout.results;

/**
 * The names of Fanout's own benchmarks, parameters and metrics that verdicts and pages treat in a special way. Results
 * of other suites have none of them. The half that measures spells them itself: the JSON files are the only bridge.
 */
public final class FanoutNames {
    /** The benchmark over bare sockets: a lower bound for the others, and not a choice for an application. */
    public static final String SOCKET_FLOOR = "socketFloor";

    /** The benchmark that the other ways are compared with, unless another one is asked for. */
    public static final String BLOCKING_THREAD_POOL = "blockingThreadPool";

    /** The benchmark of a client that is not part of Fanout. */
    public static final String YOUR_CLIENT = "yourClient";

    /** The parameter of {@link #YOUR_CLIENT} that names the client: a part of the strategy's name, and no condition. */
    public static final String CLIENT = "client";

    /** The parameter that says how a library is set up; a client without one has nothing to set up. */
    public static final String SETUP = "setup";

    /** The parameter that says how long the server waits before it answers. */
    public static final String DELAY_MILLIS = "delayMillis";

    /** The parameter that says how these delays differ, unless it is {@code none}. */
    public static final String DELAY_SPREAD = "delaySpread";

    /** The secondary metric that says how long an op takes for that delay alone. */
    public static final String DELAY_FLOOR = "delayFloor";

    /** The secondary metric that says how busy the server was, 0 to 1. */
    public static final String SERVER_CPU_SHARE = "server.cpuShare";

    /** The histogram of the time from a request's permit to its answer. */
    public static final String LATENCY = "latency";

    /** The metric of the times of whole batches. */
    public static final String BATCH = "batch";

    private static final String NO_SPREAD = "none";
    private static final String PACKAGE = "fanout.benchmark.";

    private FanoutNames() {}

    /** Whether a benchmark is one of Fanout's own, and not of another suite. */
    public static boolean isOurs(BenchmarkKey key) {
        return isOurs(key.benchmark());
    }

    /** Whether the delays of a benchmark differ from batch to batch, the same in each of its forks. */
    public static boolean hasSpread(BenchmarkKey key) {
        return isOurs(key)
                && !key.params().getOrDefault(DELAY_SPREAD, NO_SPREAD).equals(NO_SPREAD);
    }

    /** Whether a benchmark of Fanout measures a library that can be set up in several ways. */
    public static boolean hasSetup(BenchmarkKey key) {
        return !key.method().equals(SOCKET_FLOOR) && !key.method().equals(YOUR_CLIENT);
    }

    /** The same, by the name of the benchmark. */
    public static boolean isOurs(String benchmark) {
        return benchmark.startsWith(PACKAGE);
    }
}
