package fanout.testing;

import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The strategies that a test can use. */
public final class Strategies {
    /** The property that limits {@link #ofThisJvm} to these, separated by commas. */
    public static final String ONLY = "fanout.test.strategies";

    private Strategies() {}

    /** All that this JVM can run; {@code ClientsOnEveryJdkTest} brings the tests to newer ones. */
    public static Stream<Strategy> ofThisJvm() {
        List<String> only = List.of(System.getProperty(ONLY, "").split(","));
        return on(Runtime.version().feature())
                .filter(strategy -> only.contains("") || only.contains(strategy.toString()));
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

    /**
     * Each of these with an embedded server; with a forked one, which needs a JVM, the first of them, and the first
     * over HTTP/2: what a strategy does differs with the protocol, but not with where the server runs.
     */
    public static Stream<Arguments> withServers(Stream<Strategy> strategies) {
        List<Strategy> all = strategies.toList();
        Stream<Strategy> forked = Stream.of(false, true)
                .flatMap(http2 -> all.stream()
                        .filter(strategy -> strategy.needsHttp2() == http2)
                        .limit(1));
        return Stream.concat(
                all.stream().map(strategy -> Arguments.of(strategy, "embedded")),
                forked.map(strategy -> Arguments.of(strategy, "forked")));
    }

    /** Those that this JVM can run over HTTP/1.1. */
    public static Stream<Strategy> overHttp1() {
        return ofThisJvm().filter(strategy -> !strategy.needsHttp2());
    }
}
