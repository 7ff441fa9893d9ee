package fanout.benchmark;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.server.GatedServer;
import fanout.server.RunningServer;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What one fork measures with: a server, a client that has proven its concurrency, and batches between the two. */
final class Trial implements AutoCloseable {
    private final Workload workload;
    private final RunningServer server;
    private final FanOutClient client;
    private final Recording recording;

    private Trial(Workload workload, RunningServer server, FanOutClient client) {
        this.workload = workload;
        this.server = server;
        this.client = client;
        this.recording = Metrics.areWanted() ? new Recording(workload, server.mock()) : null;
    }

    /**
     * Starts the server, opens the client, and proves that it keeps the workload's concurrency, exactly.
     *
     * @param server {@code embedded}, {@code forked}, or {@code http://host:port}
     * @throws IllegalArgumentException if the server's address is not one, or not allowed, or its JVM is none
     * @throws IllegalStateException if the client does not reach its concurrency, or exceeds it
     * @throws IOException if a server elsewhere is absent or does not keep the contract, or a forked one does not start
     */
    static Trial start(Strategy strategy, Workload workload, String server) throws IOException, InterruptedException {
        RunningServer running = RunningServer.open(server, workload);
        Trial trial = null;
        try {
            FanOutClient client = strategy.open(new ClientSettings(running.uri(), workload.concurrency()));
            trial = new Trial(workload, running, client);
            // On a line of its own: JMH has just begun that of the first iteration.
            System.out.println("\n# Fanout: " + strategy + ": " + trial.prove());
            return trial;
        } catch (RuntimeException | InterruptedException e) {
            closeAfter(e, trial != null ? trial : running);
            throw e;
        }
    }

    private static void closeAfter(Exception failure, AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    private String prove() throws InterruptedException {
        if (server.mock().isPresent()) {
            GatedServer mock = server.mock().get();
            return ConcurrencyProof.of(client, mock, workload) + "; the server is " + mock.where() + delayFloor();
        }
        batch();
        return "the server at " + server.uri() + " is not our own: concurrency not proven, delayMillis and"
                + " payloadBytes without effect, nothing counted there";
    }

    private String delayFloor() {
        return workload.delayMillis() == 0
                ? ""
                : "; for its delay alone an op takes " + workload.delayFloorMillis() + " ms";
    }

    /**
     * One op: sends a batch and checks its answers.
     *
     * @throws BatchFailedException if one is missing or wrong
     */
    Batch batch() throws InterruptedException {
        int payloadBytes = server.mock().isPresent() ? workload.payloadBytes() : 0;
        Batch batch = new Batch(workload.requests(), payloadBytes, recording != null);
        client.fetch(batch);
        try {
            batch.verify();
        } catch (BatchFailedException e) {
            throw explained(e);
        }
        if (recording != null) {
            recording.add(batch);
        }
        return batch;
    }

    /** A server's death tells more than the connection that it closed. */
    private BatchFailedException explained(BatchFailedException e) {
        return server.mock()
                .flatMap(GatedServer::death)
                .map(death -> new BatchFailedException(death + "; so " + e.getMessage(), e))
                .orElse(e);
    }

    /**
     * Sends batches for as long as the property {@value FanOutBenchmark#SETTLE_MILLIS} says, if it says so: after a wait for its turn a
     * fork's caches are cold and its threads sleep, which no fork that runs alone knows. What comes next is an iteration.
     */
    void settle() throws InterruptedException {
        long end =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Integer.getInteger(FanOutBenchmark.SETTLE_MILLIS, 0));
        while (System.nanoTime() < end) {
            batch();
        }
        if (recording != null) {
            recording.begin();
        }
    }

    /** Ends an iteration: hands over what it told beside the score. */
    void endIteration() {
        if (recording != null) {
            Metrics.hand(recording.end());
        }
    }

    /**
     * Closes the client, then the server, within bounded time.
     *
     * @throws IllegalStateException if a connection was still leased, or something did not end
     */
    @Override
    public void close() {
        int leased = client.leasedConnections();
        try (server;
                client) {
            if (leased != 0) {
                throw new IllegalStateException(leased + " connections were still leased at the end");
            }
        }
    }
}
