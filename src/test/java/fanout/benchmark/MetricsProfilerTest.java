package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.client.ClientSetup;
import fanout.client.Strategy;
import fanout.results.FanoutNames;
import fanout.selection.ParameterCheck;
import fanout.server.ServerConditions;
import fanout.testing.Conditions;
import fanout.testing.JmhParams;
import fanout.testing.NeedsJvm;
import fanout.testing.ScriptedServer;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import fanout.workload.Workload;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;

@Timeout(120)
class MetricsProfilerTest {
    private static final Workload WORKLOAD = new Workload(100, 8);
    private static final BenchmarkParams BENCHMARK = JmhParams.of("a.B.c");

    private final MetricsProfiler metrics = new MetricsProfiler();

    @AfterEach
    void forget() {
        System.setProperty(MetricsProfiler.PROPERTY, MetricsProfiler.OFF);
        metrics.beforeIteration(BENCHMARK, BENCHMARK.getMeasurement());
        System.clearProperty(MetricsProfiler.PROPERTY);
    }

    @NeedsJvm
    @ParameterizedTest
    @CsvSource({
        "BLOCKING_THREAD_POOL, embedded",
        "SEMAPHORE_ASYNC, embedded",
        "SEMAPHORE_ASYNC, forked",
    })
    void theMetricsAreOfTheBatchesOfOneIterationOnly(Strategy strategy, String server) throws Exception {
        metrics.beforeIteration(BENCHMARK, BENCHMARK.getMeasurement());
        try (Trial trial =
                Trial.start(strategy, ClientSetup.IDIOMATIC, WORKLOAD, conditions(server), ProofTime.FIRST)) {
            for (int batches = 1; batches < 4; batches++) {
                Map<String, Result<?>> results = iteration(trial, 50, batches);

                assertThat(units(results)).isEqualTo(declaredUnits());
                assertThat(results.get("latency").getSampleCount()).isEqualTo(100L * batches);
                assertThat(results.get("sojourn").getSampleCount()).isEqualTo(100L * batches);
                assertThat(results.get("batch").getSampleCount()).isEqualTo(batches);
                assertThat(score(results, "latency")).isBetween(1.0, score(results, "sojourn"));
                assertThat(score(results, "server.requests")).isEqualTo(100);
                assertThat(score(results, "server.peakInFlight")).isBetween(2.0, 8.0);
                assertThat(score(results, "server.connections")).isEqualTo(8);
                assertThat(score(results, "server.cpuShare")).isBetween(1e-6, 1.0);
                assertThat(score(results, "delayFloor")).isEqualTo(13);
                assertThat(score(results, "client.cpu")).isBetween(0.0, 100_000.0);
            }
        }
        assertThat(metrics.afterIteration(BENCHMARK, BENCHMARK.getMeasurement(), null))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1")
    void aRemoteServerHasNoServerMetrics(Strategy strategy) throws Exception {
        metrics.beforeIteration(BENCHMARK, BENCHMARK.getMeasurement());
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id));
                Trial trial = Trial.start(
                        strategy,
                        ClientSetup.IDIOMATIC,
                        WORKLOAD,
                        conditions(server.uri().toString()),
                        ProofTime.FIRST)) {
            assertThat(iteration(trial, 0, 1)).containsOnlyKeys("latency", "sojourn", "batch", "client.cpu");
        }
    }

    @Test
    void metricsThatAreTurnedOffInTheForkRecordNothing() throws Exception {
        System.setProperty(MetricsProfiler.PROPERTY, MetricsProfiler.OFF);
        metrics.beforeIteration(BENCHMARK, BENCHMARK.getMeasurement());
        try (Trial trial = Trial.start(
                Strategy.SEMAPHORE_ASYNC, ClientSetup.IDIOMATIC, WORKLOAD, conditions("embedded"), ProofTime.FIRST)) {
            assertThat(iteration(trial, 0, 1)).isEmpty();
        }
    }

    @Test
    void nothingIsRecordedWithoutTheProfiler() throws Exception {
        try (Trial trial = Trial.start(
                Strategy.SEMAPHORE_ASYNC, ClientSetup.IDIOMATIC, WORKLOAD, conditions("embedded"), ProofTime.FIRST)) {
            assertThat(iteration(trial, 0, 1)).isEmpty();
        }
    }

    @Test
    void aMetricsPropertyThatIsNeitherOnNorOffIsRefused() {
        System.setProperty(MetricsProfiler.PROPERTY, "Off");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCheck.check(Map.of()))
                .withMessage("-Dfanout.metrics is Off, must be on or off");
        System.setProperty(MetricsProfiler.PROPERTY, MetricsProfiler.ON);
        ParameterCheck.check(Map.of());
    }

    /** The half that judges must not import the half that measures. */
    @Test
    void metricsThatAPageTreatsInASpecialWayHaveTheSameNameThere() {
        assertThat(SecondaryMetric.SERVER_CPU_SHARE).hasToString(FanoutNames.SERVER_CPU_SHARE);
        assertThat(SecondaryMetric.DELAY_FLOOR).hasToString(FanoutNames.DELAY_FLOOR);
    }

    /** The client knows which delays the server draws, and each iteration has others. */
    @NeedsJvm
    @ParameterizedTest
    @ValueSource(strings = {"embedded", "forked"})
    void theDelayFloorIsThatOfTheDelaysThatTheServerDraws(String server) throws Exception {
        ServerConditions conditions =
                new ServerConditions(server, "http", Hosts.ONE, 0, DelaySpread.parse("stragglers:2:300"), 0);
        metrics.beforeIteration(BENCHMARK, BENCHMARK.getMeasurement());
        Set<Double> floors = new HashSet<>();
        try (Trial trial =
                Trial.start(Strategy.SEMAPHORE_ASYNC, ClientSetup.IDIOMATIC, WORKLOAD, conditions, ProofTime.FIRST)) {
            for (int i = 0; i < 4; i++) {
                Map<String, Result<?>> results = iteration(trial, 1, 2);
                double floor = score(results, "delayFloor");
                assertThat(score(results, "batch")).isBetween(floor, floor + 200);
                floors.add(floor);
            }
        }
        assertThat(floors).hasSizeGreaterThan(1);
    }

    private static ServerConditions conditions(String server) {
        return Conditions.of(server, "http", 1, 0);
    }

    private Map<String, Result<?>> iteration(Trial trial, int settleMillis, int batches) throws InterruptedException {
        trial.settle(settleMillis);
        for (int batch = 0; batch < batches; batch++) {
            trial.batch();
        }
        trial.endIteration();
        return metrics.afterIteration(BENCHMARK, BENCHMARK.getMeasurement(), null).stream()
                .collect(Collectors.toMap(Result::getLabel, Function.identity()));
    }

    private static Map<String, String> units(Map<String, Result<?>> results) {
        return results.values().stream().collect(Collectors.toMap(Result::getLabel, Result::getScoreUnit));
    }

    private static Map<String, String> declaredUnits() {
        return Stream.of(SecondaryMetric.values())
                .collect(Collectors.toMap(SecondaryMetric::toString, SecondaryMetric::unit));
    }

    private static double score(Map<String, Result<?>> results, String label) {
        return results.get(label).getScore();
    }
}
