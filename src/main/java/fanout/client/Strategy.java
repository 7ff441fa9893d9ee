package fanout.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ways to fan out, each under the name of its benchmark method. A strategy knows its own traits: what it needs of
 * the JVM and the server, and what of it a reader must know to compare it. All code that depends on them asks here.
 */
public enum Strategy implements ClientFactory {
    BLOCKING_THREAD_POOL("blockingThreadPool", BlockingThreadPool::new, Traits.ofApache()),
    SEMAPHORE_ASYNC("semaphoreAsync", SemaphoreAsync::new, Traits.ofApache()),
    VIRTUAL_THREADS(
            "virtualThreads", VirtualThreads::new, Traits.ofApache().since(21).withoutThreads()),
    JDK_HTTP_CLIENT("jdkHttpClient", JdkHttpClient::new, Traits.ofJdk().retrying()),
    HTTP2_MULTIPLEXED(
            "http2Multiplexed", Http2Multiplexed::new, Traits.ofApache().overHttp2()),
    SOCKET_FLOOR(
            "socketFloor",
            SocketFloor::new,
            Traits.ofJdk().withoutTls().withoutThreads().withoutSetups());

    private final String benchmark;
    private final Function<ClientSettings, FanOutClient> factory;
    private final Traits traits;

    Strategy(String benchmark, Function<ClientSettings, FanOutClient> factory, Traits traits) {
        this.benchmark = benchmark;
        this.factory = factory;
        this.traits = traits;
    }

    /**
     * The strategy that a benchmark measures.
     *
     * @param benchmark the method's name, with or without its class in front
     * @throws IllegalArgumentException if no strategy has that name
     */
    public static Strategy of(String benchmark) {
        return find(benchmark)
                .orElseThrow(() -> new IllegalArgumentException("no strategy is named " + method(benchmark)));
    }

    /** The strategy that a benchmark measures; empty if its method is not named like one. */
    public static Optional<Strategy> find(String benchmark) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.benchmark.equals(method(benchmark)))
                .findFirst();
    }

    private static String method(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    @Override
    public FanOutClient open(ClientSettings settings) {
        return factory.apply(settings);
    }

    /** The feature version of the oldest JVM that can run it. */
    public int oldestJava() {
        return traits.oldestJava();
    }

    /** Whether it can be measured with the scheme {@code https}. */
    public boolean supportsTls() {
        return traits.tls();
    }

    /** Whether the server must speak HTTP/2. */
    public boolean needsHttp2() {
        return traits.http2();
    }

    /** How many connections carry the requests of a batch with so many in flight. */
    public int connections(int concurrency) {
        return traits.http2() ? 1 : concurrency;
    }

    /** Whether its clients differ with the {@link ClientSetup}: those without a library have nothing to set up. */
    public boolean hasSetups() {
        return traits.setups();
    }

    /**
     * Whether it may send a request a second time, over a connection of its own, even where the server keeps all of
     * them: {@link JdkConnections}. What the setup {@code idiomatic} of the others sends again, since a connection was
     * lost, still ends the run.
     */
    public boolean retries() {
        return traits.retries();
    }

    /** Whether it always has platform threads of its own while it is open. */
    public boolean startsThreads() {
        return traits.threads();
    }

    /** The libraries that its score depends on, as {@code groupId/artifactId}; empty if it needs only the JDK. */
    public List<String> libraries() {
        return traits.libraries();
    }

    /** The name of the benchmark method. */
    @Override
    public String toString() {
        return benchmark;
    }

    /** Most strategies: any JVM that runs this jar, HTTP/1.1 with or without TLS, threads of its own, no retries. */
    private record Traits(
            int oldestJava,
            boolean tls,
            boolean http2,
            boolean retries,
            boolean threads,
            boolean setups,
            List<String> libraries) {
        private static final int OLDEST_JAVA = 17;

        static Traits ofJdk() {
            return new Traits(OLDEST_JAVA, true, false, false, true, true, List.of());
        }

        static Traits ofApache() {
            List<String> apache = List.of(
                    "org.apache.httpcomponents.client5/httpclient5",
                    "org.apache.httpcomponents.core5/httpcore5",
                    "org.apache.httpcomponents.core5/httpcore5-h2");
            return new Traits(OLDEST_JAVA, true, false, false, true, true, apache);
        }

        Traits since(int java) {
            return new Traits(java, tls, http2, retries, threads, setups, libraries);
        }

        Traits withoutTls() {
            return new Traits(oldestJava, false, http2, retries, threads, setups, libraries);
        }

        Traits overHttp2() {
            return new Traits(oldestJava, tls, true, retries, threads, setups, libraries);
        }

        Traits retrying() {
            return new Traits(oldestJava, tls, http2, true, threads, setups, libraries);
        }

        Traits withoutThreads() {
            return new Traits(oldestJava, tls, http2, retries, false, setups, libraries);
        }

        Traits withoutSetups() {
            return new Traits(oldestJava, tls, http2, retries, threads, false, libraries);
        }
    }
}
