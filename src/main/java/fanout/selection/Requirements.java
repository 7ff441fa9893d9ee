package fanout.selection;

import fanout.benchmark.BatchBenchmark;
import fanout.benchmark.YourClient;
import fanout.client.RegisteredClients;
import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import fanout.server.ServerConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Fanout's benchmarks need from the JVM, the server and the class path. Most of these needs are traits of their
 * strategies. The benchmarks of other suites need nothing, even if their methods have the same names.
 *
 * @param clients the clients that are registered
 * @param setups those that were asked for
 * @param speaksHttp2 whether the server at an address speaks HTTP/2; it is asked only about servers that Fanout does
 *     not start
 */
record Requirements(RegisteredClients clients, GivenSetups setups, Predicate<String> speaksHttp2) {
    private static final String OURS = BatchBenchmark.class.getPackageName() + ".";
    private static final int OLDEST_JAVA = 17;

    /**
     * The feature version of the oldest JVM that can run a benchmark.
     *
     * @param benchmark class and method
     */
    static int oldestJava(String benchmark) {
        return strategy(benchmark).map(Strategy::oldestJava).orElse(OLDEST_JAVA);
    }

    /** Why a JVM can't run what needs this version or a newer one, as half a sentence; empty if it can. */
    static Optional<String> unmetBy(String jvm, int feature, int oldestJava) {
        return feature < oldestJava
                ? Optional.of("it needs Java " + oldestJava + ", and " + jvm + " is " + feature)
                : Optional.empty();
    }

    /** Whether a benchmark with these parameters measures a registered client instead of a strategy. */
    static boolean needsClient(String benchmark, Map<String, ?> params) {
        return benchmark.startsWith(OURS) && params.containsKey(YourClient.PARAM);
    }

    private static Optional<Strategy> strategy(String benchmark) {
        return benchmark.startsWith(OURS) ? Strategy.find(benchmark) : Optional.empty();
    }

    /**
     * Why a benchmark can't be measured under these parameters on any JVM; empty if it can.
     *
     * @param benchmark class and method
     * @param params the values of each of its parameters; if only some of the values are the reason, the text says what
     *     to do
     */
    Optional<String> unmet(String benchmark, Map<String, List<String>> params) {
        if (!benchmark.startsWith(OURS)) {
            return Optional.empty();
        }
        if (needsClient(benchmark, params)) {
            return withoutClient().or(() -> setups.unmet(params));
        }
        return setups.unmet(params).or(() -> ofStrategy(benchmark, params));
    }

    private Optional<String> ofStrategy(String benchmark, Map<String, List<String>> params) {
        return strategy(benchmark)
                .flatMap(strategy -> withoutTls(
                                strategy, params.getOrDefault(BenchmarkParameter.SCHEME.toString(), List.of()))
                        .or(() -> withoutHttp2(
                                strategy, params.getOrDefault(BenchmarkParameter.SERVER.toString(), List.of()))));
    }

    private static Optional<String> withoutTls(Strategy strategy, List<String> schemes) {
        if (strategy.supportsTls() || !schemes.contains("https")) {
            return Optional.empty();
        }
        boolean mixed = schemes.contains("http");
        return Optional.of("it has no TLS, and scheme is "
                + (mixed ? "http and https; measure it by itself with -p scheme=http" : "https"));
    }

    private Optional<String> withoutHttp2(Strategy strategy, List<String> servers) {
        if (!strategy.needsHttp2()) {
            return Optional.empty();
        }
        List<String> without = servers.stream().filter(this::lacksHttp2).toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        List<String> fit =
                servers.stream().filter(server -> !without.contains(server)).toList();
        return Optional.of("it needs HTTP/2, which " + String.join(" and ", without) + " does not speak"
                + (fit.isEmpty() ? "" : "; measure it by itself with -p server=" + String.join(",", fit)));
    }

    private boolean lacksHttp2(String server) {
        boolean ours = server.equals(ServerConditions.EMBEDDED) || server.equals(ServerConditions.FORKED);
        return !ours && !speaksHttp2.test(server);
    }

    private Optional<String> withoutClient() {
        return clients.byName().isEmpty()
                ? Optional.of("no client is registered; to measure yours, " + RegisteredClients.HOW_TO_REGISTER)
                : Optional.empty();
    }
}
