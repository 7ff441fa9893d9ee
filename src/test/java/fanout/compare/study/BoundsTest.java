package fanout.compare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import fanout.testing.NeedsAllCores;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the rule to its published error rates, on a part of the study; three standard errors are chance's. */
@NeedsAllCores
class BoundsTest {
    private static final List<Rule> RULES =
            List.of(Rule.FANOUT, Rule.MANN_WHITNEY, Rule.WELCH, Rule.JMH_INTERVALS, Rule.BOOTSTRAP);

    private static List<Cell> cells;

    @BeforeAll
    static void simulate() {
        cells = Scenario.all().stream()
                .filter(scenario -> scenario.shape() != Shape.BIMODAL && scenario.forks() <= 10)
                .filter(scenario -> scenario.share() == 0.4 == scenario.correlation() > 0 && scenario.share() > 0)
                .collect(Collectors.toList())
                .parallelStream()
                .map(scenario -> new Simulation(scenario, new Plan(1, 1000, RULES)).run())
                .toList();
        assertThat(cells).hasSize(24);
    }

    @Test
    void aFalseAlarmIsRarerThanOneInTwenty() {
        assertThat(offending(Bounds::falseAlarms)).isEmpty();
    }

    @Test
    void theIntervalCoversTheTruthAsOftenAsItSays() {
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
    void fiveForksASideFindFivePercent() {
        Cell cell = new Simulation(Scenario.dedicated(), new Plan(1, 4000, List.of(Rule.FANOUT))).run();
        assertThatObject(cell.power(Rule.FANOUT, 0.05)).matches(rate -> rate.isAtLeast(Bounds.POWER));
    }

    /** The same bounds, the same data: so a rule that broke them would be found out. */
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

    private static List<String> offending(Predicate<Cell> bound) {
        return cells.stream()
                .filter(bound.negate())
                .map(cell -> cell.scenario().id() + ": " + cell.falseAlarms(Rule.FANOUT) + cell.coverage()
                        + cell.familyErrors() + cell.falseUnchanged())
                .toList();
    }
}
