package fanout.study;

import java.util.Map;

/**
 * What the study found in one scenario.
 *
 * @param alarms by rule and true change, in the order of {@link SimulationPlan#CHANGES}
 * @param coverage of Fanout's 95 % interval
 * @param unchanged how often Fanout said {@code unchanged}, by true change; above 0 it is false
 * @param notSlower how often it ruled out a slow-down of the threshold's size ({@code not slower}, {@code unchanged} or
 *     {@code faster}), by true change; from the threshold on it is false
 * @param familyErrors how often at least one of a family of null benchmarks was judged slower or faster, after Holm
 */
record ScenarioResult(
        SimulatedScenario scenario,
        Map<Rule, Alarms[]> alarms,
        Rate coverage,
        Rate[] unchanged,
        Rate[] notSlower,
        Rate familyErrors) {
    /** @param slower and @param faster how often the rule said so */
    record Alarms(Rate slower, Rate faster) {
        Rate any() {
            return new Rate(slower.count() + faster.count(), slower.of());
        }
    }

    Rate falseAlarms(Rule rule) {
        return alarms.get(rule)[0].any();
    }

    /** How often a slow-down of this size was called one. */
    Rate power(Rule rule, double change) {
        return alarms.get(rule)[SimulationPlan.CHANGES.indexOf(change)].slower();
    }

    /** How often the largest slow-down that the rule saw as a speed-up was seen so. */
    Rate wrongSign(Rule rule) {
        Rate worst = alarms.get(rule)[1].faster();
        for (int i = 2; i < alarms.get(rule).length; i++) {
            Rate other = alarms.get(rule)[i].faster();
            worst = other.count() > worst.count() ? other : worst;
        }
        return worst;
    }

    /** At a true change of exactly the threshold. */
    Rate falseUnchanged() {
        return unchanged[SimulationPlan.CHANGES.indexOf(SimulationPlan.THRESHOLD)];
    }

    /** At a true change of exactly the threshold. */
    Rate falseNotSlower() {
        return notSlower[SimulationPlan.CHANGES.indexOf(SimulationPlan.THRESHOLD)];
    }
}
