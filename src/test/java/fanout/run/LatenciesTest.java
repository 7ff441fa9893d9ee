package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.benchmark.LatencyResult;
import fanout.host.PackedResult;
import fanout.record.HistogramLog;
import fanout.testing.JmhParams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

class LatenciesTest {
    private static final BenchmarkParams PARAMS = JmhParams.of("a.B.c");
    private static final int REQUESTS = 5000;
    private static final int ITERATIONS = 3;
    private static final int FORKS = 4;

    private final Random random = new Random(1);

    @Test
    void theLogOfAForkHoldsEverySample() throws IOException {
        BenchmarkResult fork = fork(1);
        byte[] log = LatencyLog.of(fork).orElseThrow();

        HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log));
        for (LatencyResult expected : Latencies.of(fork)) {
            Histogram read = (Histogram) reader.nextIntervalHistogram();
            assertThat(read).isEqualTo(expected.nanos());
            assertThat(read.getTotalCount()).isEqualTo(ITERATIONS * REQUESTS);
            assertThat(read.getTag()).isEqualTo(expected.getLabel());
            assertThat(read.getStartTimeStamp()).isEqualTo(1_700_000_000_250L);
            assertThat(read.getEndTimeStamp()).isEqualTo(1_700_000_003_500L);
        }
        assertThat(reader.nextIntervalHistogram()).isNull();
        assertThat(new String(log, StandardCharsets.UTF_8))
                .contains(
                        " in ns, ",
                        "Closed loop",
                        "#[StartTime: 1700000000.250 (seconds since epoch), 2023-11-14T22:13:20.250Z]\n");
    }

    @Test
    void theLogOfSeveralForksNamesEachFork() throws IOException {
        RunResult run = new RunResult(PARAMS, List.of(fork(1), fork(2)));

        byte[] log = LatencyLog.of(List.of(run)).orElseThrow();

        assertThat(HistogramLog.read(log)).hasSize(4);
        assertThat(new String(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("Tag="))
                        .map(line -> line.substring("Tag=".length(), line.indexOf(','))))
                .containsExactly(
                        "a.B.c;mode=avgt;size=1__2;fork=1;metric=latency",
                        "a.B.c;mode=avgt;size=1__2;fork=1;metric=sojourn",
                        "a.B.c;mode=avgt;size=1__2;fork=2;metric=latency",
                        "a.B.c;mode=avgt;size=1__2;fork=2;metric=sojourn");
    }

    @Test
    void aForkWithoutLatenciesHasNoLog() {
        BenchmarkResult none = new BenchmarkResult(PARAMS, List.of());
        assertThat(LatencyLog.of(none)).isEmpty();
        assertThat(LatencyLog.of(List.of(new RunResult(PARAMS, List.of(none))))).isEmpty();
        assertThat(Latencies.areMissing(none)).isFalse();
    }

    /** A run that failed before its end has no such times. */
    @Test
    void aForkWithoutStartAndEndTimesHasALog() throws IOException {
        BenchmarkResult undated = new BenchmarkResult(PARAMS, fork(1).getIterationResults());
        assertThat(HistogramLog.read(LatencyLog.of(undated).orElseThrow())).hasSize(2);
    }

    /** To the last digit: taken apart, packed, and put together again, forks give the JSON that JMH makes of them. */
    @Test
    void jmhWritesTheSameOfForksThatWereTakenApartAndPutTogether() throws IOException {
        List<BenchmarkResult> whole = new ArrayList<>();
        List<BenchmarkResult> restored = new ArrayList<>();
        for (int i = 1; i <= FORKS; i++) {
            BenchmarkResult fork = fork(i);
            byte[] packed = PackedResult.pack(Latencies.removed(fork));
            assertThat(packed.length).isLessThan(4000);
            BenchmarkResult unpacked = PackedResult.unpack(packed);
            assertThat(Latencies.areMissing(unpacked)).isTrue();
            whole.add(fork);
            restored.add(Latencies.restored(unpacked, LatencyLog.of(fork).orElseThrow()));
        }
        assertThat(new String(JmhResults.json(restored), StandardCharsets.UTF_8))
                .isEqualTo(new String(JmhResults.json(whole), StandardCharsets.UTF_8));
    }

    @Test
    void percentilesOfSeveralForksAreThoseOfAllTheirRequests() throws IOException {
        List<BenchmarkResult> forks = new ArrayList<>();
        Histogram all = LatencyResult.newHistogram();
        for (int i = 1; i <= FORKS; i++) {
            BenchmarkResult fork = fork(i);
            forks.add(fork);
            all.add(HistogramLog.read(LatencyLog.of(fork).orElseThrow()).get("latency"));
        }
        JsonNode latency = new ObjectMapper().readTree(JmhResults.json(forks)).at("/0/secondaryMetrics/latency");

        assertThat(latency.at("/scorePercentiles/99.0").asDouble()).isEqualTo(all.getValueAtPercentile(99) / 1e6);
        assertThat(latency.at("/scorePercentiles/100.0").asDouble()).isEqualTo(all.getMaxValue() / 1e6);
        assertThat(latency.at("/rawData")).hasSize(FORKS).allMatch(fork -> fork.size() == ITERATIONS);
        assertThat(all.getTotalCount()).isEqualTo(FORKS * ITERATIONS * REQUESTS);
    }

    /** The result of a fork; the higher its number, the slower it is. */
    private BenchmarkResult fork(int number) {
        List<IterationResult> iterations = new ArrayList<>();
        for (int i = 0; i < ITERATIONS; i++) {
            IterationResult iteration = new IterationResult(PARAMS, PARAMS.getMeasurement(), null);
            iteration.addResult(new AverageTimeResult(ResultRole.PRIMARY, "c", 50, 1_000_000, TimeUnit.MILLISECONDS));
            iteration.addResult(new ScalarResult("server.requests", 1000, "requests/op", AggregationPolicy.AVG));
            iteration.addResult(new LatencyResult("latency", samples(number * 1e6), TimeUnit.MILLISECONDS));
            iteration.addResult(new LatencyResult("sojourn", samples(number * 9e6), TimeUnit.MILLISECONDS));
            iterations.add(iteration);
        }
        return new BenchmarkResult(
                PARAMS,
                iterations,
                new BenchmarkResultMetaData(1_700_000_000_000L, 1_700_000_000_250L, 1_700_000_003_500L, 1, 1));
    }

    private Histogram samples(double nanos) {
        Histogram samples = LatencyResult.newHistogram();
        for (int i = 0; i < REQUESTS; i++) {
            samples.recordValue((long) (nanos * Math.exp(random.nextGaussian())));
        }
        return samples;
    }
}
