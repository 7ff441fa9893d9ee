package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.TinyBenchmark;
import fanout.tools.Bencher;
import fanout.tools.GithubActionBenchmark;
import fanout.tools.JmhVisualizer;
import fanout.tools.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a run writes of a JVM is what other people's tools read, in every mode and with a profiler's metrics. */
class JsonForOtherToolsTest {
    private static final Tool VISUALIZER = new JmhVisualizer();
    private static final Tool ACTION = new GithubActionBenchmark();
    private static final Tool BENCHER = new Bencher();

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"AverageTime", "SampleTime", "SingleShotTime"})
    void allToolsReadEveryMode(Mode mode) throws RunnerException, IOException {
        JsonNode json = written(3, mode);

        assertThat(VISUALIZER.complaints(json)).isEmpty();
        assertThat(ACTION.complaints(json)).isEmpty();
        assertThat(BENCHER.complaints(json)).isEmpty();
    }

    @Test
    void theActionReadsAThroughputAsATime() throws RunnerException, IOException {
        JsonNode json = written(3, Mode.Throughput);

        assertThat(VISUALIZER.complaints(json)).isEmpty();
        assertThat(ACTION.complaints(json)).containsExactly("/primaryMetric/scoreUnit is of a rate: ops/ms");
        assertThat(BENCHER.complaints(json)).isEmpty();
    }

    @Test
    void onlyTheVisualizerDistinguishesModes() throws RunnerException, IOException {
        JsonNode json = written(3, Mode.AverageTime, Mode.SingleShotTime);

        assertThat(json).hasSize(2);
        assertThat(VISUALIZER.complaints(json)).isEmpty();
        assertThat(ACTION.complaints(json)).singleElement().asString().startsWith("/benchmark is not the only");
        assertThat(BENCHER.complaints(json)).singleElement().asString().startsWith("/benchmark is not the only");
    }

    @Test
    void bencherRefusesABenchmarkThatWasMeasuredTwice() throws RunnerException, IOException {
        JsonNode json = written(2, Mode.AverageTime);

        assertThat(VISUALIZER.complaints(json)).isEmpty();
        assertThat(ACTION.complaints(json)).isEmpty();
        assertThat(BENCHER.complaints(json))
                .singleElement()
                .asString()
                .startsWith("/primaryMetric/scoreConfidence is not two finite numbers");
    }

    private static JsonNode written(int iterations, Mode... modes) throws RunnerException, IOException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(TinyBenchmark.class.getName() + ".aWorks")
                .forks(0)
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(10))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        for (Mode mode : modes) {
            options.mode(mode);
        }
        List<BenchmarkResult> forks = new ArrayList<>();
        for (RunResult result : new Runner(options.build()).run()) {
            result.getBenchmarkResults().forEach(fork -> forks.add(JmhResults.labelled(fork, "25")));
        }
        return new ObjectMapper().readTree(JmhResults.json(forks));
    }
}
