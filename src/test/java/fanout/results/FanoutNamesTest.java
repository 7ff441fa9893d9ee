package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.benchmark.FanOutBenchmark;
import fanout.benchmark.LatencyResult;
import fanout.benchmark.YourClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The half that judges must not import the half that measures, so a test checks that both use the same names. */
class FanoutNamesTest {
    @Test
    void benchmarksAreThoseOfTheSuite() {
        List<String> methods = Arrays.stream(FanOutBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getName())
                .toList();

        assertThat(methods)
                .contains(FanoutNames.SOCKET_FLOOR, FanoutNames.BLOCKING_THREAD_POOL, FanoutNames.YOUR_CLIENT);
    }

    @Test
    void parametersAreThoseOfTheSuite() throws NoSuchFieldException {
        assertThat(FanOutBenchmark.class.getField(FanoutNames.DELAY_MILLIS).isAnnotationPresent(Param.class))
                .isTrue();
        assertThat(YourClient.class.getField(FanoutNames.CLIENT).isAnnotationPresent(Param.class))
                .isTrue();
    }

    @Test
    void histogramsAreThoseOfTheSuite() {
        assertThat(LatencyResult.LATENCY).isEqualTo(FanoutNames.LATENCY);
    }
}
