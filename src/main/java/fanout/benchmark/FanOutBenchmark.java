package fanout.benchmark;

import fanout.client.Strategy;
import fanout.workload.Batch;
import fanout.workload.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The time of one batch: {@code requests} GETs of {@code /user/{id}}, never more than {@code concurrency} in flight,
 * each answer parsed and checked.
 *
 * <p>Held equal: the server, the bytes on the wire, the number of connections ({@code concurrency}, opened before the
 * first measured batch and kept), the JSON parser, the verification; HttpClient's settings are in one place, {@code
 * HttpComponents}. Left out: connecting, TLS, a real network, and any wait at the server but {@code delayMillis}. The
 * server shares the CPU with the client, and unless it is forked the JVM, alike for all.
 *
 * <pre>java -jar target/benchmarks.jar FanOutBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 5,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Timeout(time = 1, timeUnit = TimeUnit.MINUTES)
public class FanOutBenchmark {
    /** The system property by which a run that takes turns asks for unmeasured batches before each iteration. */
    public static final String SETTLE_MILLIS = "fanout.settleMillis";

    /** Requests of one batch. */
    @Param("1000")
    public int requests;

    /** Most requests in flight. */
    @Param("40")
    public int concurrency;

    /** How long the server waits before it answers, in ms. */
    @Param("0")
    public int delayMillis;

    /** Length of an answer in bytes; 0 is just the id. */
    @Param("0")
    public int payloadBytes;

    /** The protocol to the server. */
    @Param("http")
    public String scheme;

    /** Where the server runs: {@code embedded} in this JVM, {@code forked} in one of its own, or at {@code http://host:port}. */
    @Param("embedded")
    public String server;

    private Trial trial;

    /** Starts the server and the client, and refuses a client that does not keep exactly {@code concurrency} requests in flight. */
    @Setup(Level.Trial)
    public void setUp(BenchmarkParams benchmark) throws IOException, InterruptedException {
        ParameterCheck.check(Map.of("scheme", List.of(scheme)));
        Workload workload = new Workload(requests, concurrency, delayMillis, payloadBytes);
        trial = Trial.start(Strategy.of(benchmark.getBenchmark()), workload, server);
    }

    /** Where forks take turns, begins each turn unmeasured. */
    @Setup(Level.Iteration)
    public void settle() throws InterruptedException {
        trial.settle();
    }

    /** A pool of {@code concurrency} platform threads: {@link fanout.client.BlockingThreadPool}. */
    @Benchmark
    public Batch blockingThreadPool() throws InterruptedException {
        return trial.batch();
    }

    /** An async client behind a semaphore: {@link fanout.client.SemaphoreAsync}. */
    @Benchmark
    public Batch semaphoreAsync() throws InterruptedException {
        return trial.batch();
    }

    /** Before the server ends, with the last iteration. */
    @TearDown(Level.Iteration)
    public void endIteration() {
        trial.endIteration();
    }

    /** Closes the client, then the server, and checks that no connection is still leased. */
    @TearDown(Level.Trial)
    public void tearDown() {
        trial.close();
    }
}
