package fanout.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A mock server that Fanout has started, in this JVM or in one of its own. It answers with a delay and a payload, and
 * offers what no other server can: a gate and counters. {@link MockServer} says what it answers.
 *
 * <p>For any thread. After {@link #close} only {@code uris}, {@code uri} and {@code close} may be used.
 */
public interface GatedServer extends AutoCloseable {
    /** Where the server is: {@code http://127.0.0.1:PORT}, or https, without a path; of each host, in their order. */
    List<URI> uris();

    /** Where the first of its hosts is. */
    default URI uri() {
        return uris().get(0);
    }

    /** In which kind of process it runs, on which Java, and with how many I/O threads, in words for a log line. */
    String where();

    /**
     * What it has seen up to now.
     *
     * @throws IllegalStateException if it has ended by itself
     */
    ServerCounters counters();

    /**
     * Sets the requests and {@link #busiestIoNanos} back to zero, and the peak to what is in flight now. Connections go
     * on being counted.
     *
     * @throws IllegalStateException if it has ended by itself
     */
    void resetCounters();

    /**
     * The number of the first batch since {@link #resetCounters}, by which the delays of its requests are drawn: {@link
     * fanout.workload.DelaySpread}.
     *
     * @throws IllegalStateException if it has ended by itself
     */
    long firstBatch();

    /**
     * The CPU time, in ns, that the busiest of its I/O threads took since {@link #resetCounters}; empty where its JVM
     * does not report that, or the counters were never reset.
     *
     * @throws IllegalStateException if it has ended by itself
     */
    OptionalLong busiestIoNanos();

    /**
     * Holds, from now on, each valid user request, unanswered, until the gate is opened. A request that was held is
     * then answered at once, without the delay.
     *
     * @throws IllegalStateException if an earlier gate is still closed, or the server has ended by itself
     */
    Gate closeGate();

    /**
     * How it has ended by itself, in one line; empty as long as it serves, which a server in this JVM always does. It
     * may take seconds.
     */
    default Optional<String> death() {
        return Optional.empty();
    }

    /**
     * Stops listening and closes all connections, whether or not their requests are answered. Waits at most some
     * seconds; the port is free afterwards. Idempotent.
     *
     * @throws IllegalStateException if it did not end
     */
    @Override
    void close();
}
