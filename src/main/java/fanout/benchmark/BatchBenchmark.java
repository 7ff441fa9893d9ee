package fanout.benchmark;

import fanout.client.ClientFactory;
import fanout.client.ClientSetup;
import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import fanout.server.ServerConditions;
import fanout.workload.Batch;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import fanout.workload.Workload;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The benchmark methods, one for each way to fan out, and the parameters. They are the same for each class of
 * benchmarks, which adds only how and when it measures. An op is one batch: {@code requests} GETs of
 * {@code /user/{id}}, never more than {@code concurrency} in flight, each answer checked.
 *
 * <p>The name of a benchmark method picks the client that it measures: the {@link Strategy} of that name, or for
 * {@link #yourClient} the registered one that its parameter names. So all methods have the same body. The parameters
 * are those of {@link BenchmarkParameter}, which has their ranges.
 */
@State(Scope.Benchmark)
public abstract class BatchBenchmark {
    /** The system property by which a run that takes turns asks for unmeasured batches before each iteration. */
    public static final String SETTLE_MILLIS = "fanout.settleMillis";

    /** Requests of one batch. */
    @Param(BenchmarkParameter.Default.REQUESTS)
    public int requests;

    /** Most requests in flight. */
    @Param(BenchmarkParameter.Default.CONCURRENCY)
    public int concurrency;

    /** How long the server waits before it answers, in ms. */
    @Param(BenchmarkParameter.Default.DELAY_MILLIS)
    public int delayMillis;

    /** How the waits of single answers differ: {@link DelaySpread}. */
    @Param(BenchmarkParameter.Default.DELAY_SPREAD)
    public String delaySpread;

    /** Length of an answer in bytes; 0 is just the id. */
    @Param(BenchmarkParameter.Default.PAYLOAD_BYTES)
    public int payloadBytes;

    /** The protocol to the server, {@code http} or {@code https}. */
    @Param(BenchmarkParameter.Default.SCHEME)
    public String scheme;

    /** How many addresses of the server the requests are spread over. */
    @Param(BenchmarkParameter.Default.HOSTS)
    public int hosts;

    /**
     * Where the server runs: {@code embedded} in this JVM, {@code forked} in one of its own, or at {@code
     * http://host:port}.
     */
    @Param(BenchmarkParameter.Default.SERVER)
    public String server;

    private final ProofTime proof;
    private Trial trial;

    BatchBenchmark(ProofTime proof) {
        this.proof = proof;
    }

    /**
     * Starts the server and the client. A client that does not keep exactly {@code concurrency} requests in flight is
     * refused.
     */
    @Setup(Level.Trial)
    public void setUp(BenchmarkParams benchmark) throws IOException, InterruptedException {
        String yours = benchmark.getParam(YourClient.PARAM);
        ClientFactory client = yours == null ? Strategy.of(benchmark.getBenchmark()) : YourClient.factory(yours);
        ClientSetup setup = LibrarySetup.of(benchmark.getParam(LibrarySetup.PARAM));
        Workload workload = new Workload(requests, concurrency);
        ServerConditions conditions = new ServerConditions(
                server, scheme, new Hosts(hosts), delayMillis, DelaySpread.parse(delaySpread), payloadBytes);
        trial = Trial.start(client, setup, workload, conditions, proof);
    }

    /** If forks take turns, sends unmeasured batches first, unless the very first batch is to be measured. */
    @Setup(Level.Iteration)
    public void settle() throws InterruptedException {
        trial.settle(Integer.getInteger(SETTLE_MILLIS, 0));
    }

    /** A pool of {@code concurrency} platform threads: {@link fanout.client.BlockingThreadPool}. */
    @Benchmark
    public Batch blockingThreadPool(LibrarySetup how) throws InterruptedException {
        return trial.batch();
    }

    /** An async client behind a semaphore: {@link fanout.client.SemaphoreAsync}. */
    @Benchmark
    public Batch semaphoreAsync(LibrarySetup how) throws InterruptedException {
        return trial.batch();
    }

    /** A virtual thread for each request, behind a semaphore: {@link fanout.client.VirtualThreads}. */
    @Benchmark
    public Batch virtualThreads(LibrarySetup how) throws InterruptedException {
        return trial.batch();
    }

    /** The JDK's own async client behind a semaphore: {@link fanout.client.JdkHttpClient}. */
    @Benchmark
    public Batch jdkHttpClient(LibrarySetup how) throws InterruptedException {
        return trial.batch();
    }

    /** One HTTP/2 connection, of which each request is a stream: {@link fanout.client.Http2Multiplexed}. */
    @Benchmark
    public Batch http2Multiplexed(LibrarySetup how) throws InterruptedException {
        return trial.batch();
    }

    /** Bare sockets, which the others are compared with; without TLS: {@link fanout.client.SocketFloor}. */
    @Benchmark
    public Batch socketFloor() throws InterruptedException {
        return trial.batch();
    }

    /** A client that is not part of Fanout: {@link fanout.client.FanOutClientProvider}. */
    @Benchmark
    public Batch yourClient(YourClient which) throws InterruptedException {
        return trial.batch();
    }

    /** Hands over the metrics, before the server ends. */
    @TearDown(Level.Iteration)
    public void endIteration() {
        trial.endIteration();
    }

    /** Closes the client, then the server, and checks that no connection is still leased. */
    @TearDown(Level.Trial)
    public void tearDown() throws InterruptedException {
        trial.end();
    }
}
