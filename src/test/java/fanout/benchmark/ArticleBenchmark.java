package fanout.benchmark;

import fanout.client.ArticleWay;
import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.record.BenchmarkParameter;
import fanout.server.RunningServer;
import fanout.server.ServerConditions;
import fanout.workload.Batch;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import fanout.workload.Workload;
import java.io.IOException;
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
 * What each flaw of an article's comparison contributes: the same op as {@link FanOutBenchmark}'s, over connections
 * that are not all kept, with fewer requests in flight, or with less of the library. As a method's client is meant to
 * break what {@link Trial} holds, there is none: each batch is verified, and at the end the client proves how many
 * requests it has in flight. {@code -bm ss -wi 0 -i 1} measures the first batch of a JVM.
 *
 * <p>{@code results/README.md} has the commands.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 4,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 7, time = 1)
@Measurement(iterations = 4, time = 1)
@Timeout(time = 1, timeUnit = TimeUnit.MINUTES)
public class ArticleBenchmark {
    private static final int CONCURRENCY = 40;

    /** Requests of one batch. */
    @Param(BenchmarkParameter.Default.REQUESTS)
    public int requests;

    /** How long the server waits before it answers, in ms. */
    @Param(BenchmarkParameter.Default.DELAY_MILLIS)
    public int delayMillis;

    private ArticleWay way;
    private ServerConditions conditions;
    private RunningServer server;
    private FanOutClient client;
    private int settleMillis;

    /** Sends nothing: the first batch may be the one that is measured. */
    @Setup(Level.Trial)
    public void setUp(BenchmarkParams benchmark) throws IOException, InterruptedException {
        way = ArticleWay.of(benchmark.getBenchmark());
        conditions =
                new ServerConditions(ServerConditions.EMBEDDED, "http", Hosts.ONE, delayMillis, DelaySpread.NONE, 0);
        server = RunningServer.open(conditions);
        client = way.open(new ClientSettings(server.uri(), CONCURRENCY));
        settleMillis =
                benchmark.getMode() == Mode.SingleShotTime ? 0 : Integer.getInteger(BatchBenchmark.SETTLE_MILLIS, 0);
    }

    /** If forks take turns, sends unmeasured batches first. */
    @Setup(Level.Iteration)
    public void settle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settleMillis);
        while (System.nanoTime() < end) {
            batch();
        }
    }

    private Batch batch() throws InterruptedException {
        Batch batch = new Batch(requests);
        client.fetch(batch);
        return batch.verify();
    }

    @Benchmark
    public Batch fortyKept() throws InterruptedException {
        return batch();
    }

    @Benchmark
    public Batch tenKept() throws InterruptedException {
        return batch();
    }

    @Benchmark
    public Batch noneKept() throws InterruptedException {
        return batch();
    }

    @Benchmark
    public Batch tenInFlight() throws InterruptedException {
        return batch();
    }

    @Benchmark
    public Batch minimalChain() throws InterruptedException {
        return batch();
    }

    @Benchmark
    public Batch semaphoreAsync() throws InterruptedException {
        return batch();
    }

    /** Proves how many requests the client has in flight, and closes. */
    @TearDown(Level.Trial)
    public void tearDown() throws InterruptedException {
        RunningServer endsLast = server;
        FanOutClient endsFirst = client;
        try (endsLast;
                endsFirst) {
            System.out.println("\n# Fanout: " + way + ": " + prove());
        }
    }

    /** @throws IllegalStateException if there are fewer or more in flight than the way says */
    ConcurrencyProof prove() throws InterruptedException {
        Workload workload = new Workload(requests, way.inFlight(CONCURRENCY));
        return ConcurrencyProof.of(client, server.mock().orElseThrow(), workload, conditions);
    }
}
