package fanout.client;

import java.util.Arrays;
import java.util.function.Function;

/** The ways to fan out, each under the name of its benchmark method. */
public enum Strategy implements ClientFactory {
    BLOCKING_THREAD_POOL("blockingThreadPool", BlockingThreadPool::new),
    SEMAPHORE_ASYNC("semaphoreAsync", SemaphoreAsync::new),
    VIRTUAL_THREADS("virtualThreads", VirtualThreads::new),
    JDK_HTTP_CLIENT("jdkHttpClient", JdkHttpClient::new),
    HTTP2_MULTIPLEXED("http2Multiplexed", Http2Multiplexed::new),
    SOCKET_FLOOR("socketFloor", SocketFloor::new);

    private final String benchmark;
    private final Function<ClientSettings, FanOutClient> factory;

    Strategy(String benchmark, Function<ClientSettings, FanOutClient> factory) {
        this.benchmark = benchmark;
        this.factory = factory;
    }

    /**
     * The strategy that a benchmark measures.
     *
     * @param benchmark the method's name, with or without its class in front
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Strategy of(String benchmark) {
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(strategy -> strategy.benchmark.equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no strategy is named " + method));
    }

    @Override
    public FanOutClient open(ClientSettings settings) {
        return factory.apply(settings);
    }

    /** The name of the benchmark method. */
    @Override
    public String toString() {
        return benchmark;
    }
}
