package fanout.testing;

import fanout.client.Strategy;
import java.util.stream.Stream;

/** The strategies that a test can use. */
public final class Strategies {
    private Strategies() {}

    /** All that this JVM can run; {@code ClientsOnEveryJdkTest} brings the tests to newer ones. */
    public static Stream<Strategy> ofThisJvm() {
        return on(Runtime.version().feature());
    }

    /** All that a JVM of this feature version can run. */
    public static Stream<Strategy> on(int feature) {
        return Stream.of(Strategy.values()).filter(strategy -> strategy.oldestJava() <= feature);
    }

    /** Those that this JVM can run over HTTP/1.1. */
    public static Stream<Strategy> overHttp1() {
        return ofThisJvm().filter(strategy -> !strategy.needsHttp2());
    }
}
