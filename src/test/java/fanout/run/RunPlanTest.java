package fanout.run;

import static fanout.run.Fixture.jvm;
import static fanout.run.Fixture.plan;
import static fanout.run.Fixture.scenarios;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.selection.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunPlanTest {
    @ParameterizedTest
    @EnumSource
    void everyArmHasOneForkInEachRound(ForkOrder order) {
        RunPlan plan = plan(order, 3, "a", "b");

        List<String> forks = forks(plan.forkGroups()).toList();

        assertThat(forks).hasSize(12).doesNotHaveDuplicates();
        assertThat(forks).contains("1 17 a", "3 25 b");
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameGroupsOfForks(ForkOrder order) {
        assertThat(plan(order, 5, "a", "b").forkGroups())
                .isEqualTo(plan(order, 5, "a", "b").forkGroups());
    }

    /** The first fork to start finds another machine than the last one. */
    @Test
    void eachArmStartsFirstEquallyOften() {
        List<String> first = plan(ForkOrder.TURNS, 8, "a", "b").forkGroups().stream()
                .map(forkGroup -> FakeForks.name(forkGroup.arms().get(0)))
                .toList();

        assertThat(first.subList(0, 4)).containsExactlyInAnyOrder("17 a", "17 b", "25 a", "25 b");
        assertThat(first.subList(4, 8)).isEqualTo(first.subList(0, 4));
    }

    @Test
    void aRoundOfSomeArmsHasTheirForksOnly() {
        RunPlan plan = plan(ForkOrder.TURNS, 2, "a", "b");
        List<Arm> some = plan.arms().subList(0, 2);

        assertThat(plan.forkGroups(2, some))
                .singleElement()
                .satisfies(forkGroup -> assertThat(forkGroup.arms()).containsExactlyInAnyOrderElementsOf(some));
        assertThat(plan.forkGroups(2, List.of())).isEmpty();
    }

    @Test
    void turnsAreTakenByAllArmsOfARound() {
        assertThat(plan(ForkOrder.TURNS, 2, "a", "b").forkGroups())
                .extracting(forkGroup -> forkGroup.arms().size())
                .containsExactly(4, 4);
    }

    @Test
    void theJvmsOfOneScenarioAreNeverSeparated() {
        List<ForkGroup> forkGroups = with(3, 6).forkGroups();

        assertThat(forkGroups).hasSize(4 * 6).allSatisfy(forkGroup -> {
            assertThat(forkGroup.arms())
                    .extracting(Arm::scenario)
                    .containsOnly(forkGroup.arms().get(0).scenario());
            assertThat(forkGroup.arms()).extracting(arm -> arm.setup().label()).containsExactlyInAnyOrder("17", "25");
        });
    }

    @Test
    void asManyScenariosAreAliveTogetherAsAllowed() {
        assertThat(with(7, 1).forkGroups())
                .extracting(forkGroup -> forkGroup.arms().size())
                .containsExactlyInAnyOrder(4, 4);
        assertThat(with(1, 1).forkGroups())
                .extracting(forkGroup -> forkGroup.arms().size())
                .containsOnly(2);
    }

    private static RunPlan with(int alive, int rounds) {
        return new RunPlan(
                ForkOrder.TURNS, rounds, alive, 1, List.of(jvm("17"), jvm("25")), scenarios("a", "b", "c", "d"));
    }

    @Test
    void anotherRoundOrSeedGivesAnotherOrder() {
        Set<List<ForkGroup>> orders = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            orders.add(new RunPlan(ForkOrder.FORKS, 1, 1, seed, List.of(jvm("17"), jvm("25")), scenarios("a", "b"))
                    .forkGroups());
        }
        assertThat(orders).hasSizeGreaterThan(8);

        RunPlan plan = plan(ForkOrder.FORKS, 20, "a", "b");
        assertThat(plan.forkGroups().stream()
                        .filter(forkGroup -> forkGroup.round() < 20)
                        .map(RunPlanTest::first)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    private static String first(ForkGroup forkGroup) {
        return forkGroup.arms().get(0).toString();
    }

    @Test
    void allForksOfAJvmFollowEachOtherInJmhsOrder() {
        assertThat(forks(plan(ForkOrder.JMH, 2, "a", "b").forkGroups()))
                .containsExactly("1 17 a", "2 17 a", "1 17 b", "2 17 b", "1 25 a", "2 25 a", "1 25 b", "2 25 b");
    }

    @Test
    void aBenchmarkThatOneJvmIsTooOldForRunsOnTheOthers() {
        Scenario young = new Scenario("a.b.Bench.young", "avgt", new TreeMap<>(), 21, true);
        RunPlan plan = new RunPlan(
                ForkOrder.TURNS, 1, 100, 1, List.of(jvm("17"), jvm("25")), List.of(Fixture.scenario("a"), young));

        assertThat(plan.arms()).extracting(FakeForks::name).containsExactly("17 a", "25 a", "25 young");
        assertThat(plan.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.name()).isEqualTo("17 Bench.young");
            assertThat(skipped.benchmark()).isEqualTo("a.b.Bench.young");
            assertThat(skipped).hasToString("17 Bench.young is left out: it needs Java 21, and the JVM is 17");
        });
        assertThat(forks(plan.forkGroups())).containsExactlyInAnyOrder("1 25 young", "1 17 a", "1 25 a");
    }

    private static Stream<String> forks(List<ForkGroup> forkGroups) {
        return forkGroups.stream()
                .flatMap(forkGroup ->
                        forkGroup.arms().stream().map(arm -> forkGroup.round() + " " + FakeForks.name(arm)));
    }
}
