package fanout.benchmark;

import fanout.client.ClientFactory;
import fanout.client.ClientSettings;
import fanout.client.ClientSetup;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.server.GatedServer;
import fanout.server.RunningServer;
import fanout.server.ServerConditions;
import fanout.server.ServerCounters;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import fanout.workload.Workload;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** What one fork measures with: a server, a client that proves its concurrency, and batches between the two. */
final class Trial implements AutoCloseable {
    private final Workload workload;
    private final ServerConditions conditions;
    private final RunningServer server;
    private final FanOutClient client;
    private final String name;
    private ProofTime due;
    private int batches;
    private final AnswerTimeout timeout;
    private final ConnectionCheck connections;
    private final Slowdown slowdown;
    private final MetricsRecorder recorder;

    private Trial(
            Workload workload,
            ServerConditions conditions,
            RunningServer server,
            FanOutClient client,
            ClientFactory factory,
            ProofTime due) {
        this.workload = workload;
        this.conditions = conditions;
        this.server = server;
        this.client = client;
        this.name = factory.label();
        this.due = due;
        this.timeout = new AnswerTimeout(client, AnswerTimeout.ofThisJvm() + conditions.mostDelayMillis());
        boolean mayReplace = !(factory instanceof Strategy strategy) || strategy.retries();
        this.connections = new ConnectionCheck(server.uri(), workload, mayReplace);
        this.slowdown = Slowdown.ofThisJvm();
        this.recorder = MetricsProfiler.areWanted() ? new MetricsRecorder(workload, conditions, server.mock()) : null;
    }

    /**
     * Starts the server, opens the client, proves that it keeps the workload's concurrency, exactly, and lets it
     * prepare.
     *
     * @param setup how a strategy sets up its library; other factories need not heed it
     * @param proof {@link ProofTime#LAST} if nothing may be sent yet: {@link #end} then proves it, and the client does
     *     not prepare
     * @throws IllegalArgumentException if the client can't be opened under these conditions, or the server's JVM can't
     *     be used
     * @throws IllegalStateException if the client does not reach its concurrency, or exceeds it
     * @throws IOException if a server elsewhere is absent or does not keep the contract, or a forked one does not start
     */
    static Trial start(
            ClientFactory factory, ClientSetup setup, Workload workload, ServerConditions conditions, ProofTime proof)
            throws IOException, InterruptedException {
        conditions.hosts().requireAtMost(workload.concurrency());
        RunningServer running = RunningServer.open(conditions);
        Trial trial = null;
        try {
            SSLContext tls = running.clientTls().orElse(null);
            FanOutClient client = factory.open(new ClientSettings(running.uris(), workload.concurrency(), tls, setup));
            trial = new Trial(workload, conditions, running, client, factory, proof);
            trial.proveIfDue(ProofTime.FIRST);
            if (proof == ProofTime.FIRST) {
                trial.prepare();
            }
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

    private void proveIfDue(ProofTime now) throws InterruptedException {
        if (due == now) {
            due = null;
            say(prove());
        }
    }

    private void prepare() throws InterruptedException {
        client.prepare(most -> batch(Math.min(most, workload.requests()))).ifPresent(this::say);
    }

    /** Prints a line of its own: JMH has already begun the line of an iteration. */
    private void say(String what) {
        System.out.println("\n# Fanout: " + name + ": " + what);
    }

    private String prove() throws InterruptedException {
        if (server.mock().isPresent()) {
            GatedServer mock = server.mock().get();
            return ConcurrencyProof.of(client, mock, workload, conditions) + "; the server is " + mock.where()
                    + delayFloor();
        }
        if (batches == 0) {
            batch(); // otherwise it has sent one already
        }
        return "the server at " + server.uri() + " is not our own: concurrency not proven, delayMillis and"
                + " payloadBytes without effect, nothing counted there";
    }

    private String delayFloor() {
        if (!conditions.areDelayed()) {
            return "";
        }
        boolean alike = conditions.delaySpread().isNone();
        String millis = String.format(
                Locale.ROOT, alike ? "%.0f" : "%.1f", IterationMetrics.delayFloorMillis(workload, conditions, 0, 100));
        return "; for its delay alone an op takes " + millis + (alike ? " ms" : " ms on average");
    }

    /**
     * One op: sends a batch and checks its answers.
     *
     * @throws BatchFailedException if one is missing or wrong
     */
    Batch batch() throws InterruptedException {
        return batch(workload.requests());
    }

    private Batch batch(int requests) throws InterruptedException {
        batches++;
        int payloadBytes = server.mock().isPresent() ? conditions.payloadBytes() : 0;
        Batch batch = new Batch(requests, payloadBytes, recorder != null);
        long start = System.nanoTime();
        timeout.fetch(batch);
        try {
            batch.verify();
            connections.add(batch);
        } catch (BatchFailedException e) {
            throw explained(e);
        }
        slowdown.since(start);
        if (recorder != null) {
            recorder.add(batch, System.nanoTime() - start);
        }
        return batch;
    }

    /** If the server has died, that explains more than the connection that it closed. */
    private BatchFailedException explained(BatchFailedException e) {
        return server.mock()
                .flatMap(GatedServer::death)
                .map(death -> new BatchFailedException(death + "; so " + e.getMessage(), e))
                .orElse(e);
    }

    /**
     * Sends batches for this time, which are not measured; none if the proof comes last. After a wait for its turn a
     * fork's caches are cold and its threads sleep, which does not happen to a fork that runs alone. The next batch is
     * the first of an iteration.
     */
    void settle(int millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (due == null && System.nanoTime() < end) {
            batch();
        }
        if (recorder != null) {
            recorder.begin();
        }
        connections.begin(batches > 0 || due != ProofTime.LAST);
    }

    /**
     * Ends an iteration: hands over its metrics, and checks that its connections were kept.
     *
     * @throws IllegalStateException if not
     */
    void endIteration() {
        if (recorder != null) {
            MetricsProfiler.hand(recorder.end());
        }
        connections.end().ifPresent(this::say);
    }

    /** What the server has seen; empty if it runs elsewhere. */
    Optional<ServerCounters> seen() {
        return server.mock().map(GatedServer::counters);
    }

    /**
     * Proves what is not proven yet, and closes.
     *
     * @throws IllegalStateException if the client does not reach its concurrency, or exceeds it, or as {@link #close}
     */
    void end() throws InterruptedException {
        try (Trial closing = this) {
            if (closing.due == ProofTime.LAST && batches > 1) {
                say(batches + " batches were sent before this, of which only the first was cold");
            }
            closing.proveIfDue(ProofTime.LAST);
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
                client;
                timeout) {
            if (leased != 0) {
                throw new IllegalStateException(leased + " connections were still leased at the end");
            }
        }
    }
}
