package fanout.benchmark;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import fanout.client.FanOutClient;
import fanout.server.Gate;
import fanout.server.GatedServer;
import fanout.server.ServerConditions;
import fanout.server.ServerCounters;
import fanout.workload.Batch;
import fanout.workload.Workload;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Shows that a client keeps exactly the asked number of requests in flight: it sends one batch against a closed gate in
 * the server, where they pile up, then opens it and lets the batch end.
 *
 * @param held how many requests waited at the gate
 * @param settle for how long no further one came
 * @param connections how many connections they came over
 * @param sentAgain how many requests the client sent a second time by itself, as one that retries does
 */
record ConcurrencyProof(int held, Duration settle, long connections, long sentAgain) {
    private static final Duration HELD_TIMEOUT = Duration.ofSeconds(10);

    /** For the whole batch, whose delays come on top: a gigabyte takes a while on a JVM that is cold. */
    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration SETTLE = Duration.ofMillis(250);

    /**
     * Proves it for this client, whose connections are open afterwards.
     *
     * @param conditions under which the server was started
     * @throws IllegalStateException if fewer or more requests than {@code workload.peakInFlight()} are in flight
     * @throws fanout.workload.BatchFailedException if the batch fails
     */
    static ConcurrencyProof of(FanOutClient client, GatedServer server, Workload workload, ServerConditions conditions)
            throws InterruptedException {
        return of(client, server, workload, conditions, HELD_TIMEOUT);
    }

    /** Does the same, but waits at most {@code timeout} for the requests to reach the gate. */
    static ConcurrencyProof of(
            FanOutClient client, GatedServer server, Workload workload, ServerConditions conditions, Duration timeout)
            throws InterruptedException {
        server.resetCounters();
        Gate gate = server.closeGate();
        Batch batch = new Batch(workload.requests(), conditions.payloadBytes(), true);
        CompletableFuture<Void> fetched = fetchAside(client, batch);
        int held;
        try {
            held = holdExactly(gate, workload.peakInFlight(), batch, timeout);
        } finally {
            gate.open();
        }
        await(fetched, batch, workload.delayFloorMillis(id -> conditions.mostDelayMillis()));
        batch.verify();
        ServerCounters seen = server.counters();
        requireEqual("in flight after the gate was opened", seen.peakInFlight(), workload.peakInFlight());
        long sentAgain = seen.requests() - workload.requests();
        if (sentAgain < 0) {
            requireEqual("in all", (int) seen.requests(), workload.requests());
        }
        return new ConcurrencyProof(held, SETTLE, seen.connections(), sentAgain);
    }

    private static int holdExactly(Gate gate, int expected, Batch batch, Duration timeout) throws InterruptedException {
        if (!gate.awaitHeld(expected, timeout) && batch.hasFailed()) {
            batch.verify();
        }
        Thread.sleep(SETTLE.toMillis());
        requireEqual("in flight at once", gate.held(), expected);
        return gate.held();
    }

    private static void requireEqual(String what, int seen, int expected) {
        if (seen != expected) {
            throw new IllegalStateException("the server saw " + seen + " requests " + what + ", not " + expected);
        }
    }

    private static CompletableFuture<Void> fetchAside(FanOutClient client, Batch batch) {
        CompletableFuture<Void> fetched = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        client.fetch(batch);
                        fetched.complete(null);
                    } catch (Throwable e) {
                        fetched.completeExceptionally(e);
                    }
                },
                "fanout-proof");
        thread.setDaemon(true);
        thread.start();
        return fetched;
    }

    private static void await(CompletableFuture<Void> fetched, Batch batch, long delays) throws InterruptedException {
        long millis = BATCH_TIMEOUT.toMillis() + delays;
        try {
            fetched.get(millis, MILLISECONDS);
        } catch (TimeoutException e) {
            String waitedFor = Workload.path(Math.min(batch.firstUnanswered(), batch.size() - 1));
            throw new IllegalStateException(
                    "the first batch did not end within " + millis + " ms: GET " + waitedFor + " has no answer", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the first batch failed: " + e.getCause(), e.getCause());
        }
    }

    /** One line for the log. */
    @Override
    public String toString() {
        return "exactly " + held + " requests in flight over " + connections
                + (connections == 1 ? " connection" : " connections") + "; no further one came in "
                + settle.toMillis() + " ms" + (sentAgain == 0 ? "" : "; " + sentAgain + " sent again by the client");
    }
}
