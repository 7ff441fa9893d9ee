package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jmh.util.Optional.none;

import fanout.record.IterationRecord;
import fanout.record.WarmUpRecord;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

class IterationPlanTest {
    private static final Scenario SCENARIO = Fixture.scenario("a");

    @Test
    void theFirstRoundWarmsUpForTwentySeconds() {
        IterationOptions first =
                plan(ForkOrder.TURNS, IterationOptions.OF_THE_BENCHMARK).options(SCENARIO, List.of());

        // JMH's own iterations last 10 s.
        assertThat(first).isEqualTo(new IterationOptions(4, null, 5, null));
        assertThat(plan(ForkOrder.TURNS, times("1s")).options(SCENARIO, List.of()))
                .isEqualTo(new IterationOptions(20, "1s", 5, "1s"));
    }

    @Test
    void laterRoundsWarmUpAsLongAsTheSlowestArmOfTheBenchmarkNeeded() {
        List<RecordedFork> forks = List.of(fork(1, "17", i -> i < 5 ? 600 : 1), fork(1, "25", i -> i < 10 ? 600 : 1));

        IterationPlan plan = plan(ForkOrder.TURNS, times("1s"));

        assertThat(plan.options(SCENARIO, forks).warmupCount()).isEqualTo(12);
        assertThat(plan.records(List.of(SCENARIO), forks))
                .containsExactly(new WarmUpRecord("a.b.Bench.a", "avgt", SCENARIO.params(), 1, 12));
        assertThat(plan.options(Fixture.scenario("other"), forks).warmupCount()).isEqualTo(20);
    }

    @Test
    void aWarmUpThatWasNotOverIsFollowedByTheLongest() {
        List<RecordedFork> forks =
                new ArrayList<>(List.of(fork(1, "17", i -> i < 5 ? 600 : 1), fork(1, "25", i -> 600)));
        IterationPlan plan = plan(ForkOrder.TURNS, times("1s"));

        assertThat(plan.options(SCENARIO, forks).warmupCount()).isEqualTo(40);
        assertThat(plan.records(List.of(SCENARIO), forks).get(0).learnedInRound())
                .isNull();

        forks.add(fork(2, "17", i -> i < 5 ? 600 : 1));
        forks.add(fork(2, "25", i -> i < 5 ? 600 : 1));
        assertThat(plan.options(SCENARIO, forks).warmupCount()).isEqualTo(7);
    }

    @Test
    void whatAFlagGivesIsFixed() {
        IterationOptions given = new IterationOptions(3, null, null, null);

        assertThat(plan(ForkOrder.TURNS, given).options(SCENARIO, List.of())).isEqualTo(given);
        assertThat(plan(ForkOrder.TURNS, given).records(List.of(SCENARIO), List.of()))
                .isNull();
        assertThat(plan(ForkOrder.TURNS, new IterationOptions(null, "1s", 7, "1s"))
                        .options(SCENARIO, List.of())
                        .measurementCount())
                .isEqualTo(7);
    }

    @Test
    void aColdBenchmarkAndJmhsOwnOrderHaveTheBenchmarksOwnIterations() {
        Scenario cold = new Scenario("a.b.Bench.a", "ss", new TreeMap<>(), 17, true);

        assertThat(plan(ForkOrder.TURNS, times("1s")).options(cold, List.of())).isEqualTo(times("1s"));
        assertThat(plan(ForkOrder.JMH, times("1s")).options(SCENARIO, List.of()))
                .isEqualTo(times("1s"));
    }

    private static IterationOptions times(String time) {
        return new IterationOptions(null, time, null, time);
    }

    private static RecordedFork fork(int round, String label, IntToDoubleFunction jitMillis) {
        List<IterationRecord> iterations = new ArrayList<>(WarmUpRuleTest.warmup(i -> 20, jitMillis));
        iterations.add(WarmUpRuleTest.iteration(21, false, 20, 0));
        return new RecordedFork(OptimalIterationsTest.record(round, label), iterations);
    }

    private static IterationPlan plan(ForkOrder order, IterationOptions given) {
        RunSettings settings = Fixture.settings(Fixture.plan(order, 3, "a", "other"), given);
        return new IterationPlan(
                settings,
                List.of(
                        entry("a", Mode.AverageTime),
                        entry("other", Mode.AverageTime),
                        entry("a", Mode.SingleShotTime)));
    }

    private static BenchmarkListEntry entry(String method, Mode mode) {
        return new BenchmarkListEntry(
                "a.b.Bench",
                "a.b.generated.Bench_" + method,
                method,
                mode,
                none(),
                new int[] {1},
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none());
    }
}
