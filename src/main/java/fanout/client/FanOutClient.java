package fanout.client;

import fanout.workload.Batch;
import java.util.Optional;

/**
 * A way to fan out. It sends the requests of a batch with never more than its {@code concurrency} in flight, over
 * connections that it keeps from batch to batch. One batch at a time.
 *
 * <p>Tested by {@code fanout.client.FanOutClientContractTest} and {@code fanout.client.FanOutClientFailureTest}.
 */
public interface FanOutClient extends AutoCloseable {
    /**
     * Sends every request of the batch, {@code GET} of {@link fanout.workload.Workload#path} for each id from 0, and
     * reports to it: {@link Batch#begin} once the request's permit or thread is held, before it is sent, then
     * {@link Batch#answer} or {@link Batch#fail}, and {@link Batch#connectionCloses} for an answer that says so.
     * Returns when none is in flight any more. After a failure it need not send the other requests. Failed requests
     * don't throw here: {@link Batch#verify} does.
     *
     * @throws InterruptedException if interrupted while waiting; the client is then fit only to be closed
     */
    void fetch(Batch batch) throws InterruptedException;

    /**
     * Finds out by unmeasured batches what the client can't know in advance. Called once, after the first batch and
     * before anything is measured; never where the very first batch is measured.
     *
     * @return what was found, in a line for the log; empty if there was nothing to find
     * @throws InterruptedException as {@link #fetch}
     */
    default Optional<String> prepare(UnmeasuredBatches batches) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * How many connections are leased to a request now; 0 between batches, and always for a client that doesn't know.
     */
    default int leasedConnections() {
        return 0;
    }

    /**
     * Closes the connections and ends the client's threads, within bounded time.
     *
     * @throws IllegalStateException if something did not end
     */
    @Override
    void close();
}
