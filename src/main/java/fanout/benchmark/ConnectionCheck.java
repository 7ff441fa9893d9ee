package fanout.benchmark;

import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that batches go over connections that are kept: otherwise the score measures connecting. A server that closes
 * one now and then, and says so, is only named.
 *
 * <p>Connections are looked at before and after an iteration, never in between. Where the system does not tell
 * them, only what the answers say is checked.
 */
final class ConnectionCheck {
    private final URI server;
    private final Workload workload;
    private final boolean mayReplace;
    private Optional<Set<String>> before = Optional.empty();
    private long closed;
    private long batches;

    /** @param mayReplace whether the client may replace a connection by itself, as one that sends again does */
    ConnectionCheck(URI server, Workload workload, boolean mayReplace) {
        this.server = server;
        this.workload = workload;
        this.mayReplace = mayReplace;
    }

    /** Begins an iteration; {@code opened} if batches were sent before it. */
    void begin(boolean opened) {
        before = opened ? OpenConnections.to(server) : Optional.empty();
        closed = 0;
        batches = 0;
    }

    /**
     * Adds a batch.
     *
     * @throws BatchFailedException if more of its answers ended their connection than there are connections
     */
    void add(Batch batch) {
        int closing = batch.closingConnections();
        if (closing > 0 && closing > Math.min(workload.concurrency(), workload.requests() - 1)) {
            throw new BatchFailedException(
                    "the server closed the connection after " + closing + " of " + workload.requests()
                            + " answers (Connection: close, or HTTP/1.0), so the score would measure connecting",
                    null);
        }
        closed += closing;
        batches++;
    }

    /**
     * Ends an iteration.
     *
     * @return what a reader must know of its connections
     * @throws IllegalStateException if they were not kept, and no answer had said so
     */
    Optional<String> end() {
        if (closed > 0) {
            return Optional.of("the server closed the connection after " + closed + " answers of " + batches
                    + " batches, so the score has as many new connections in it");
        }
        return before.isEmpty() || batches == 0 ? Optional.empty() : replaced(before.get());
    }

    private Optional<String> replaced(Set<String> opened) {
        Set<String> lost = new HashSet<>(opened);
        lost.removeAll(OpenConnections.to(server).orElse(opened));
        if (opened.isEmpty()) {
            throw new IllegalStateException(
                    "no connection is kept from batch to batch, so the score measures connecting");
        }
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String what = lost.size() + " of " + opened.size() + " connections did not last for " + batches
                + " batches, and no answer had said that it was the last one";
        if (!mayReplace || lost.size() == opened.size()) {
            throw new IllegalStateException(what + ": the server closes them, or sends bytes behind an answer");
        }
        return Optional.of(what);
    }
}
