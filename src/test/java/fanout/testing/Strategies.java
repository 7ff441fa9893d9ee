package fanout.testing;

import fanout.client.Strategy;
import java.util.stream.Stream;

/** The strategies that a test can use. */
public final class Strategies {
    private static final int OLDEST_WITH_VIRTUAL_THREADS = 21;

    private Strategies() {}

    /** All that this JVM can run; {@code ClientsOnEveryJdkTest} brings the tests to newer ones. */
    public static Stream<Strategy> ofThisJvm() {
        boolean virtual = Runtime.version().feature() >= OLDEST_WITH_VIRTUAL_THREADS;
        return Stream.of(Strategy.values()).filter(strategy -> virtual || strategy != Strategy.VIRTUAL_THREADS);
    }

    /** Those of them that speak HTTP/1.1. */
    public static Stream<Strategy> overHttp1() {
        return ofThisJvm().filter(strategy -> strategy != Strategy.HTTP2_MULTIPLEXED);
    }
}
