package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import fanout.client.FanOutClientProvider;
import fanout.client.RegisteredClients;
import fanout.testing.Providers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Options go in; what is measured, and what is skipped, comes out. */
class SelectionTest {
    private static final String OURS = "fanout.benchmark.FanOutBenchmark.";
    private static final String SPEAKS_HTTP2 = "http://127.0.0.1:2";
    private static final String SPEAKS_HTTP1 = "http://127.0.0.1:1";
    private static final int YOUNG = 25;
    private static final Consumer<Map<String, List<String>>> NO_CHECK = params -> {};

    @Test
    void eachBenchmarkIsMeasuredUnderEachCombinationOfValues() {
        Selection selection =
                select("FanOutBenchmark.(semaphoreAsync|socketFloor)", Map.of("concurrency", List.of("4", "8")));

        assertThat(scenarios(selection, "concurrency"))
                .containsExactly("semaphoreAsync 4", "socketFloor 4", "semaphoreAsync 8", "socketFloor 8");
        assertThat(selection.benchmarks())
                .extracting(benchmark -> benchmark.getUsername())
                .containsExactly(OURS + "semaphoreAsync", OURS + "socketFloor");
        assertThat(selection.params()).containsExactly(entry("concurrency", List.of("4", "8")));
        assertThat(selection.skipped()).isEmpty();
        assertThat(selection.skippedByJmh("java", 17)).isEmpty();
    }

    @Test
    void aBenchmarkIsSkippedOnAJvmThatIsTooOld() {
        Selection selection = select("FanOutBenchmark.(socketFloor|virtualThreads)", Map.of());

        assertThat(selection.skippedByJmh("/jdk/bin/java", 20)).singleElement().satisfies(skipped -> {
            assertThat(skipped.benchmark()).isEqualTo(OURS + "virtualThreads");
            assertThat(skipped).hasToString("virtualThreads is left out: it needs Java 21, and /jdk/bin/java is 20");
        });
        assertThat(selection.skippedByJmh("/jdk/bin/java", 21)).isEmpty();
        assertThat(selection.skipped()).isEmpty();
        assertThat(selection.scenarios())
                .extracting(scenario -> scenario.method() + ": "
                        + scenario.unmetBy("the JVM", 20).orElse("-"))
                .containsExactly("virtualThreads: it needs Java 21, and the JVM is 20", "socketFloor: -");
    }

    @Test
    void aStrategyWithoutTlsIsMeasuredOverHttpAlone() {
        Selection selection =
                select("FanOutBenchmark.(semaphoreAsync|socketFloor)", Map.of("scheme", List.of("http", "https")));

        assertThat(scenarios(selection, "scheme"))
                .containsExactly("semaphoreAsync http", "socketFloor http", "semaphoreAsync https");
        assertThat(lines(selection.skipped()))
                .containsExactly("socketFloor is left out: it has no TLS, and scheme is https");
        assertThat(lines(selection.skippedByJmh("java", YOUNG)))
                .containsExactly("socketFloor is left out: it has no TLS, and scheme is http and https; measure it by"
                        + " itself with -p scheme=http");
    }

    @Test
    void aStrategyOverHttp2IsMeasuredIfTheServerSpeaksIt() {
        Selection selection = select(
                "FanOutBenchmark.(http2Multiplexed|semaphoreAsync)",
                Map.of("server", List.of("embedded", SPEAKS_HTTP1, SPEAKS_HTTP2)));
        String line = "http2Multiplexed is left out: it needs HTTP/2, which " + SPEAKS_HTTP1 + " does not speak";

        assertThat(scenarios(selection, "server"))
                .containsExactly(
                        "http2Multiplexed embedded",
                        "semaphoreAsync embedded",
                        "semaphoreAsync " + SPEAKS_HTTP1,
                        "http2Multiplexed " + SPEAKS_HTTP2,
                        "semaphoreAsync " + SPEAKS_HTTP2);
        assertThat(lines(selection.skipped())).containsExactly(line);
        assertThat(lines(selection.skippedByJmh("java", YOUNG)))
                .containsExactly(line + "; measure it by itself with -p server=embedded," + SPEAKS_HTTP2);
    }

    /** Both classes have the benchmark, and each of them lacks two scenarios. */
    @Test
    void aReasonIsGivenOnce() {
        Selection selection =
                select("socketFloor", Map.of("scheme", List.of("https"), "delayMillis", List.of("0", "1")));

        assertThat(selection.scenarios()).isEmpty();
        assertThat(lines(selection.skipped()))
                .containsExactly("socketFloor is left out: it has no TLS, and scheme is https");
        assertThat(selection.skippedByJmh("java", YOUNG)).hasSize(2);
    }

    @Test
    void yourClientIsSkippedIfNoClientIsRegistered() {
        Selection selection = select("FanOutBenchmark.(socketFloor|yourClient)", Map.of());

        assertThat(selection.scenarios()).extracting(Scenario::method).containsExactly("socketFloor");
        assertThat(selection.params()).isEmpty();
        String line = "yourClient is left out: no client is registered; to measure yours, ";
        assertThat(selection.skipped()).singleElement().asString().startsWith(line);
        assertThat(selection.skippedByJmh("java", YOUNG))
                .singleElement()
                .asString()
                .startsWith(line);
    }

    @Test
    void registeredClientsAreMeasuredByTheirNames() {
        Map<String, FanOutClientProvider> two =
                Map.of("first", new Providers.First(), "second", new Providers.Second());
        BenchmarkSelector selector = selector(NO_CHECK, () -> new RegisteredClients(new TreeMap<>(two)));
        List<String> yours = List.of("FanOutBenchmark.yourClient");

        Selection all = selector.select(yours, Map.of(), List.of(), List.of());
        assertThat(scenarios(all, "client")).containsExactly("yourClient first", "yourClient second");
        assertThat(all.params()).containsExactly(entry("client", List.of("first", "second")));
        assertThat(all.skipped()).isEmpty();
        assertThat(all.skippedByJmh("java", YOUNG)).isEmpty();
        assertThat(scenarios(
                        selector.select(yours, Map.of("client", List.of("second")), List.of(), List.of()), "client"))
                .containsExactly("yourClient second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(yours, Map.of("client", List.of("third")), List.of(), List.of()))
                .withMessage("client is third, must be first or second, which are registered");
    }

    @Test
    void aBrokenClientDoesNotAffectOtherBenchmarks() {
        BenchmarkSelector selector = selector(NO_CHECK, () -> {
            throw new IllegalArgumentException("it is broken");
        });

        assertThat(selector.select(List.of("socketFloor"), Map.of(), List.of(), List.of())
                        .scenarios())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(List.of("yourClient"), Map.of(), List.of(), List.of()))
                .withMessage("it is broken");
    }

    @Test
    void givenParametersAreCheckedAndMayBeRefused() throws CommandLineOptionException {
        Map<String, List<String>> seen = new TreeMap<>();
        BenchmarkSelector selector = selector(
                params -> {
                    seen.putAll(params);
                    throw new IllegalArgumentException("size is 7, must be even");
                },
                SelectionTest::noClients);
        String[] args = {"TinyBenchmark", "-p", "size=7,8"};
        CommandLineOptions options = new CommandLineOptions(args);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(options, args))
                .withMessage("size is 7, must be even");
        assertThat(seen).containsExactly(entry("size", List.of("7", "8")));
    }

    @Test
    void jmhsOptionsSelectTheSameWay() throws CommandLineOptionException {
        String[] args = {"FanOutBenchmark", "-e", "virtual|your|http|jdk|Pool", "-p", "scheme=https"};

        Selection selection = selector(NO_CHECK, SelectionTest::noClients).select(new CommandLineOptions(args), args);

        assertThat(scenarios(selection, "scheme")).containsExactly("semaphoreAsync https");
        assertThat(selection.skippedByJmh("java", YOUNG))
                .extracting(SkippedBenchmark::benchmark)
                .containsExactly(OURS + "socketFloor");
    }

    private static Selection select(String regex, Map<String, List<String>> params) {
        return selector(NO_CHECK, SelectionTest::noClients).select(List.of(regex), params, List.of(), List.of());
    }

    private static BenchmarkSelector selector(
            Consumer<Map<String, List<String>>> check, Supplier<RegisteredClients> clients) {
        return new BenchmarkSelector(check, clients, SPEAKS_HTTP2::equals);
    }

    private static RegisteredClients noClients() {
        return new RegisteredClients(new TreeMap<>());
    }

    private static List<String> scenarios(Selection selection, String param) {
        return selection.scenarios().stream()
                .map(scenario -> scenario.method() + " " + scenario.params().get(param))
                .toList();
    }

    private static List<String> lines(List<SkippedBenchmark> skipped) {
        return skipped.stream().map(SkippedBenchmark::toString).toList();
    }
}
