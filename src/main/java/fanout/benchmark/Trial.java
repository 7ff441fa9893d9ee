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
import javax.net.ssl.SSLContext;

/** What one fork measures with: a server, a client that has proven its concurrency, and batches between the two. */
final class Trial implements AutoCloseable {
    private final Workload workload;
    private final RunningServer server;
    private final FanOutClient client;

    private Trial(Workload workload, RunningServer server, FanOutClient client) {
        this.workload = workload;
        this.server = server;
        this.client = client;
    }

    /**
     * Starts the server, opens the client, and proves that it keeps the workload's concurrency, exactly.
     *
     * @param scheme {@code http} or {@code https}
     * @param server {@code embedded}, {@code forked}, or {@code http://host:port}
     * @throws IllegalArgumentException if the scheme or the server's address is not one, or not allowed, or its JVM is none
     * @throws IllegalStateException if the client does not reach its concurrency, or exceeds it
     * @throws IOException if a server elsewhere is absent or does not keep the contract, or a forked one does not start
     */
    static Trial start(Strategy strategy, Workload workload, String scheme, String server)
            throws IOException, InterruptedException {
        RunningServer running = RunningServer.open(server, scheme, workload);
        Trial trial = null;
        try {
            SSLContext tls = running.clientTls().orElse(null);
            FanOutClient client = strategy.open(new ClientSettings(running.uri(), workload.concurrency(), tls));
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
            return ConcurrencyProof.of(client, mock, workload) + "; the server is " + mock.where();
        }
        batch();
        return "the server at " + server.uri() + " is not our own: concurrency not proven, delayMillis and"
                + " payloadBytes without effect, nothing counted there";
    }

    /**
     * One op: sends a batch and checks its answers.
     *
     * @throws BatchFailedException if one is missing or wrong
     */
    Batch batch() throws InterruptedException {
        Batch batch = new Batch(workload.requests(), server.mock().isPresent() ? workload.payloadBytes() : 0);
        client.fetch(batch);
        try {
            return batch.verify();
        } catch (BatchFailedException e) {
            throw explained(e);
        }
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
     * fork's caches are cold and its threads sleep, which no fork that runs alone knows.
     */
    void settle() throws InterruptedException {
        long end =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Integer.getInteger(FanOutBenchmark.SETTLE_MILLIS, 0));
        while (System.nanoTime() < end) {
            batch();
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
