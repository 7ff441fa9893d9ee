package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import fanout.testing.NeedsAllCores;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rule keeps its published error rates, on a part of the study; three standard errors are left to chance. */
@NeedsAllCores
class BoundsTest {
    private static final List<Rule> RULES =
            List.of(Rule.FANOUT, Rule.MANN_WHITNEY, Rule.WELCH, Rule.JMH_INTERVALS, Rule.BOOTSTRAP);

    private static List<ScenarioResult> cells;

    @BeforeAll
    static void simulate() {
        cells = SimulatedScenario.all().stream()
                .filter(scenario -> scenario.shape() != Shape.BIMODAL && scenario.forks() <= 10)
                .filter(BoundsTest::isSimulatedInEveryBuild)
                .collect(Collectors.toList())
                .parallelStream()
                .map(scenario -> new Simulation(scenario, new SimulationPlan(1, 1000, RULES)).run())
                .toList();
        assertThat(cells).hasSize(24);
    }

    /** Correlated iterations where 40 % of the variance lies between forks, independent ones where 90 % does. */
    private static boolean isSimulatedInEveryBuild(SimulatedScenario scenario) {
        boolean correlated = scenario.correlation() > 0;
        return correlated ? scenario.share() == 0.4 : scenario.share() == 0.9;
    }

    @Test
    void aFalseAlarmIsRarerThanOneInTwenty() {
        assertThat(offending(Bounds::falseAlarms)).isEmpty();
    }

    @Test
    void theIntervalCoversTheTruthAsOftenAsItClaims() {
        assertThat(offending(Bounds::coverage)).isEmpty();
    }

    @Test
    void aFamilyOfTwentyHasNoMoreErrorsThanOneTest() {
        assertThat(offending(Bounds::familyErrors)).isEmpty();
    }

    @Test
    void aChangeOfTheThresholdIsSeldomCalledUnchanged() {
        assertThat(offending(Bounds::falseUnchanged)).isEmpty();
    }

    @Test
    void aChangeOfTheThresholdIsSeldomCalledNotSlower() {
        assertThat(offending(Bounds::falseNotSlower)).isEmpty();
    }

    @Test
    void unequalForksKeepTheBoundsInTwoModesToo() {
        for (UnequalForks found : UnequalForks.measureAll(new SimulationPlan(1, 2000, RULES))) {
            assertThat(found.wider().significant().isAtMost(Bounds.ALARMS))
                    .as("" + found)
                    .isTrue();
            assertThat(found.wider().coverage().isAtLeast(Bounds.LEAST_COVERAGE))
                    .as("" + found)
                    .isTrue();
            assertThat(found.wider().unchanged().isAtMost(Bounds.ALARMS))
                    .as("" + found)
                    .isTrue();
            assertThat(found.wider().notSlower().isAtMost(Bounds.ALARMS))
                    .as("" + found)
                    .isTrue();
        }
    }

    @Test
    void fiveForksASideFindFivePercent() {
        ScenarioResult cell =
                new Simulation(SimulatedScenario.dedicated(), new SimulationPlan(1, 4000, List.of(Rule.FANOUT))).run();
        assertThatObject(cell.power(Rule.FANOUT, 0.05)).matches(rate -> rate.isAtLeast(Bounds.POWER));
    }

    /** The bounds can fail: on the same data they reject rules that break them. */
    @Test
    void theRulesThatPoolIterationsBreakTheBound() {
        for (Rule rule : List.of(Rule.MANN_WHITNEY, Rule.WELCH, Rule.BOOTSTRAP)) {
            assertThat(cells)
                    .filteredOn(
                            cell -> !cell.scenario().paired() && cell.scenario().forks() == 3)
                    .isNotEmpty()
                    .noneMatch(cell -> cell.falseAlarms(rule).isAtMost(Bounds.ALARMS));
        }
    }

    private static List<String> offending(Predicate<ScenarioResult> bound) {
        return cells.stream()
                .filter(bound.negate())
                .map(cell -> cell.scenario().id() + ": " + cell.falseAlarms(Rule.FANOUT) + cell.coverage()
                        + cell.familyErrors() + cell.falseUnchanged() + cell.falseNotSlower())
                .toList();
    }
}
