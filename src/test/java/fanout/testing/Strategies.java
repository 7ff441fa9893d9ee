package fanout.testing;

import fanout.client.ClientSetup;
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

    /** The same, each in all setups that it has. */
    public static Stream<StrategySetup> withSetups() {
        return ofThisJvm().flatMap(Strategies::withSetups);
    }

    /** The same, each in the setup that is measured if none is asked for. */
    public static Stream<StrategySetup> withDefaultSetup() {
        return ofThisJvm().map(strategy -> new StrategySetup(strategy, ClientSetup.IDIOMATIC));
    }

    private static Stream<StrategySetup> withSetups(Strategy strategy) {
        return Stream.of(ClientSetup.values())
                .limit(strategy.hasSetups() ? ClientSetup.values().length : 1)
                .map(setup -> new StrategySetup(strategy, setup));
    }

    /** All that a JVM of this feature version can run. */
    public static Stream<Strategy> on(int feature) {
        return Stream.of(Strategy.values()).filter(strategy -> strategy.oldestJava() <= feature);
    }

    /**
     * The parameters of the benchmark of one of them, with the defaults, in alphabetical order as JMH writes them.
     *
     * @param benchmark its name, or that of another benchmark that has all parameters of the strategies
     */
    public static Map<String, String> parameters(String benchmark) {
        Map<String, String> parameters = new TreeMap<>();
        Stream.of(BenchmarkParameter.values())
                .filter(parameter -> parameter != BenchmarkParameter.CLIENT) // yourClient alone has it
                .forEach(parameter -> parameters.put(parameter.toString(), parameter.defaultValue()));
        if (!Strategy.find(benchmark).map(Strategy::hasSetups).orElse(true)) {
            parameters.remove(BenchmarkParameter.SETUP.toString());
        }
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

    /** Those that this JVM can run over HTTP/1.1, each in all setups that it has. */
    public static Stream<StrategySetup> overHttp1WithSetups() {
        return overHttp1().flatMap(Strategies::withSetups);
    }

    /** Those that this JVM can run over HTTP/1.1. */
    public static Stream<Strategy> overHttp1() {
        return ofThisJvm().filter(strategy -> !strategy.needsHttp2());
    }
}
