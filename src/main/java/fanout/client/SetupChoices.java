package fanout.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/**
 * What each {@link ClientSetup} chooses of what the libraries leave open, a line a choice: idiomatic, minimal, tuned.
 * Above each line stands why, and its source. What all setups have in common is in {@code HttpComponents} and
 * {@code JdkConnections}. What was measured of them, and what {@code tuned} follows from, is in results/README.md, The
 * setups.
 *
 * <p>Tested by {@code fanout.client.WireTest} and {@code fanout.client.SetupTest}.
 */
final class SetupChoices {
    /** A limit that is never reached. */
    static final Duration NO_LIMIT = Duration.ZERO;

    /**
     * How long a connection may take, and an answer. The examples that come with HttpClient 5 have a minute for both
     * ({@code ClientConnectionConfig}, {@code AsyncClientConnectionConfig}); the documentation of {@code java.net.http}
     * has 20 s and two minutes. A finite limit makes the blocking client's sockets non-blocking, so that a read that
     * finds nothing yet costs a poll and another read: a service in production pays that. The benchmark's own bound of
     * 30 s comes first, unless the server is told to wait.
     */
    static final BySetup<Duration> TIME_LIMIT = new BySetup<>(Duration.ofMinutes(1), NO_LIMIT, NO_LIMIT);

    // Apache HttpClient 5, blocking and async, over HTTP/1.1 and HTTP/2

    /**
     * Whether requests pass redirects, retries, cookies, authentication and decompression: {@code HttpClients.custom()}
     * and {@code HttpAsyncClients.custom()}, as in nearly all of its examples. The others use {@code createMinimal},
     * which its own benchmark does, too.
     */
    static final BySetup<Boolean> FULL_CHAIN = new BySetup<>(true, false, false);

    /** How the pool guards its connections. STRICT is the default of {@code PoolingHttpClientConnectionManager}. */
    static final BySetup<PoolConcurrencyPolicy> POOL_POLICY =
            new BySetup<>(PoolConcurrencyPolicy.STRICT, PoolConcurrencyPolicy.STRICT, PoolConcurrencyPolicy.STRICT);

    /** The buffer of a connection, in bytes. 8 KiB is the default of {@code Http1Config} in HttpCore 5. */
    static final BySetup<Integer> BUFFER_BYTES = new BySetup<>(8192, 8192, 8192);

    /** The reactor's threads; 0 is the default of {@code IOReactorConfig}, one a processor. */
    static final BySetup<Integer> IO_THREADS = new BySetup<>(0, 0, 0);

    /**
     * Whether a thread of the blocking pool takes its next request from a counter that all share; else the pool is
     * given a task for each request, by {@code ExecutorService.invokeAll}.
     */
    static final BySetup<Boolean> TASK_A_THREAD = new BySetup<>(false, false, true);

    /**
     * Whether the reactor's thread that takes an answer sends the next request at once; else the caller's thread, which
     * waits for the semaphore, sends each, as in HttpClient's own benchmark.
     */
    static final BySetup<Boolean> SENDS_FROM_CALLBACK = new BySetup<>(false, false, true);

    // The JDK's client

    /**
     * Whether it sends a request up to five times, where a connection fails; else twice, without which batches fail on
     * JDK 17: {@code JdkConnections}. The first is the default of {@code jdk.httpclient.redirects.retrylimit}.
     */
    static final BySetup<Boolean> JDK_RETRIES = new BySetup<>(true, false, false);

    /**
     * What runs its callbacks. A cached pool is what the client makes for itself if it is given none; one of ours can
     * be closed on Java 17, too. Tasks of each answer then change threads. On the selector's own thread they
     * need not, but no callback may block there.
     */
    static final BySetup<Function<ThreadFactory, ExecutorService>> JDK_CALLBACKS = new BySetup<>(
            Executors::newCachedThreadPool, Executors::newCachedThreadPool, threads -> new DirectExecutor());

    private SetupChoices() {}

    /** One line. */
    record BySetup<T>(T idiomatic, T minimal, T tuned) {
        T of(ClientSetup setup) {
            return switch (setup) {
                case IDIOMATIC -> idiomatic;
                case MINIMAL -> minimal;
                case TUNED -> tuned;
            };
        }
    }
}
