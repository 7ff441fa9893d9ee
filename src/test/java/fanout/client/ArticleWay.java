package fanout.client;

import java.util.Arrays;

/**
 * The ways to fan out that an article's flaws are measured by, each named as the method of
 * {@code fanout.benchmark.ArticleBenchmark}. But for {@link #MINIMAL_CHAIN} all have the idiomatic setup.
 */
public enum ArticleWay {
    /** Threads that block, each with a connection that is kept. */
    FORTY_KEPT("fortyKept", BlockingThreadPool::new),

    /** The same, but no more than ten connections are kept while they are idle: what {@code requests} does. */
    TEN_KEPT("tenKept", settings -> keeping(settings, ArticleWay.POOL)),

    /** The same, but each request opens a connection: {@code requests} without a session. */
    NONE_KEPT("noneKept", settings -> keeping(settings, 0)),

    /** The same, but the threads wait for one of ten connections. */
    TEN_IN_FLIGHT(
            "tenInFlight",
            settings -> pool(
                    settings,
                    new ApacheBlockingCalls(
                            new ClientSettings(settings.server(), ArticleWay.POOL), SweptOptions.FULL))),

    /** As {@link #FORTY_KEPT}, without retries, redirects and the rest of the chain, and without time limits. */
    MINIMAL_CHAIN("minimalChain", settings -> new BlockingThreadPool(settings, SweptOptions.MINIMAL, false)),

    /** The async client behind a semaphore; its connections are kept. */
    ASYNC("semaphoreAsync", SemaphoreAsync::new);

    /** How many connections {@code requests} keeps for a host, if nothing else is asked for. */
    private static final int POOL = 10;

    private final String label;
    private final ClientFactory factory;

    ArticleWay(String label, ClientFactory factory) {
        this.label = label;
        this.factory = factory;
    }

    /** The way of a benchmark, by its full name. */
    public static ArticleWay of(String benchmark) {
        return Arrays.stream(values())
                .filter(way -> benchmark.endsWith("." + way.label))
                .findFirst()
                .orElseThrow();
    }

    /** Opens a client with {@code settings.concurrency()} threads or permits. */
    public FanOutClient open(ClientSettings settings) {
        return factory.open(settings);
    }

    /** How many requests it has in flight at most, with so many threads or permits. */
    public int inFlight(int concurrency) {
        return this == TEN_IN_FLIGHT ? POOL : concurrency;
    }

    private static FanOutClient keeping(ClientSettings settings, int most) {
        return pool(
                settings,
                new ApacheBlockingCalls(
                        settings, SweptOptions.FULL, connections -> new KeptConnections(connections, most)));
    }

    private static FanOutClient pool(ClientSettings settings, ApacheBlockingCalls calls) {
        return new BlockingThreadPool(settings, calls, false);
    }
}
