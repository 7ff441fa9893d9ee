package fanout.testing;

import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import java.util.Map;
import java.util.TreeMap;
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

    /** The parameters of each of their benchmarks, with the defaults, in alphabetical order as JMH writes them. */
    public static Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        Stream.of(BenchmarkParameter.values())
                .filter(parameter -> parameter != BenchmarkParameter.CLIENT) // yourClient alone has it
                .forEach(parameter -> parameters.put(parameter.toString(), parameter.defaultValue()));
        return parameters;
    }

    /** Those that this JVM can run over HTTP/1.1. */
    public static Stream<Strategy> overHttp1() {
        return ofThisJvm().filter(strategy -> !strategy.needsHttp2());
    }
}
