package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import fanout.testing.JmhParams;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What the benchmarks declare is what {@link Strategy} and {@link BenchmarkParameter} declare. */
class BatchBenchmarkTest {
    private static final String YOUR_CLIENT = "yourClient";

    @AfterEach
    void forget() {
        System.clearProperty(BatchBenchmark.SETTLE_MILLIS);
    }

    @Test
    void everyStrategyHasABenchmarkAndEveryBenchmarkAStrategy() {
        List<String> benchmarks = Stream.of(BatchBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .filter(name -> !name.equals(YOUR_CLIENT))
                .toList();

        assertThat(benchmarks)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Strategy.values()).map(Strategy::toString).toList());
    }

    @Test
    void everyParameterIsAFieldWithItsDefault() {
        assertThat(defaults(YourClient.class))
                .containsExactly(Map.entry(YourClient.PARAM, BenchmarkParameter.CLIENT.defaultValue()));
        assertThat(defaults(LibrarySetup.class))
                .containsExactly(Map.entry(LibrarySetup.PARAM, BenchmarkParameter.SETUP.defaultValue()));
        assertThat(defaults(BatchBenchmark.class))
                .isEqualTo(Stream.of(BenchmarkParameter.values())
                        .filter(parameter -> parameter != BenchmarkParameter.CLIENT)
                        .filter(parameter -> parameter != BenchmarkParameter.SETUP)
                        .collect(Collectors.toMap(BenchmarkParameter::toString, BenchmarkParameter::defaultValue)));
    }

    private static Map<String, String> defaults(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .collect(Collectors.toMap(
                        Field::getName,
                        field -> String.join(
                                ",", field.getAnnotation(Param.class).value())));
    }

    @Test
    @Timeout(60)
    void batchesAreSentForAsLongAsTheTurnAsks() throws Exception {
        System.setProperty(BatchBenchmark.SETTLE_MILLIS, "200");
        BatchBenchmark benchmark = new FanOutBenchmark();
        benchmark.requests = 10;
        benchmark.concurrency = 2;
        benchmark.delaySpread = "none";
        benchmark.hosts = 1;
        benchmark.scheme = "http";
        benchmark.server = "embedded";
        benchmark.setUp(JmhParams.of("fanout.benchmark.FanOutBenchmark.semaphoreAsync"));
        try {
            long start = System.nanoTime();
            benchmark.settle();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
        } finally {
            benchmark.tearDown();
        }
    }
}
