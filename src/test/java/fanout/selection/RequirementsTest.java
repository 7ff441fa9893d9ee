package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.FanOutClientProvider;
import fanout.client.RegisteredClients;
import fanout.client.Strategy;
import fanout.testing.Providers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {
    private static final String TALKS = "http://127.0.0.1:1";
    private static final String MUMBLES = "http://127.0.0.1:2";

    private final Requirements requirements = requirements(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            socketFloor      | scheme | http                      |
            socketFloor      | scheme | https                     | it has no TLS, and scheme is https
            socketFloor      | scheme | https,http                | it has no TLS, and scheme is http and https; measure it by itself with -p scheme=http
            semaphoreAsync   | scheme | https,http                |
            http2Multiplexed | server | embedded,forked           |
            http2Multiplexed | server | http://127.0.0.1:1        |
            http2Multiplexed | server | http://127.0.0.1:2        | it needs HTTP/2, which http://127.0.0.1:2 does not speak
            http2Multiplexed | server | embedded,http://127.0.0.1:2,forked | it needs HTTP/2, which http://127.0.0.1:2 does not speak; measure it by itself with -p server=embedded,forked
            semaphoreAsync   | server | http://127.0.0.1:2        |
            """)
    void theReasonWhyABenchmarkCantBeMeasuredIsNamed(String method, String param, String values, String reason) {
        for (String type : List.of("FanOutBenchmark.", "ColdBatchBenchmark.")) {
            Map<String, List<String>> params = Map.of(param, List.of(values.split(",")));
            assertThat(requirements
                            .unmet("fanout.benchmark." + type + method, params)
                            .orElse(null))
                    .isEqualTo(reason);
        }
    }

    @Test
    void aForeignBenchmarkMayHaveTheNameOfAStrategy() {
        assertThat(requirements.unmet("their.Benchmark.socketFloor", Map.of("scheme", List.of("https"))))
                .isEmpty();
        assertThat(requirements.unmet("their.Benchmark.yourClient", Map.of("client", List.of("all"))))
                .isEmpty();
        assertThat(Requirements.oldestJava("their.Benchmark.virtualThreads")).isEqualTo(17);
    }

    @Test
    void aStrategysOldestJavaIsThatOfItsBenchmarks() {
        for (Strategy strategy : Strategy.values()) {
            assertThat(Requirements.oldestJava("fanout.benchmark.ColdBatchBenchmark." + strategy))
                    .isEqualTo(strategy.oldestJava());
        }
        assertThat(Requirements.unmetBy("the JVM", 20, 21)).contains("it needs Java 21, and the JVM is 20");
        assertThat(Requirements.unmetBy("the JVM", 21, 21)).isEmpty();
    }

    @Test
    void yourClientNeedsARegisteredClient() {
        String yours = "fanout.benchmark.FanOutBenchmark.yourClient";
        Map<String, List<String>> params = Map.of("client", List.of("all"));

        assertThat(requirements.unmet(yours, params).orElseThrow())
                .startsWith("no client is registered; to measure yours, put a jar with META-INF/services/"
                        + "fanout.client.FanOutClientProvider on the class path");
        assertThat(requirements(Map.of("mine", new Providers.First())).unmet(yours, params))
                .isEmpty();
    }

    @Test
    void theLineOfASkippedBenchmarkIsTheSameForBothClasses() {
        assertThat(new SkippedBenchmark("fanout.benchmark.ColdBatchBenchmark.socketFloor", "it has no TLS"))
                .hasToString("socketFloor is left out: it has no TLS");
    }

    private static Requirements requirements(Map<String, FanOutClientProvider> clients) {
        return new Requirements(new RegisteredClients(new TreeMap<>(clients)), new GivenSetups(List.of()), server -> {
            assertThat(server).isIn(TALKS, MUMBLES);
            return server.equals(TALKS);
        });
    }
}
