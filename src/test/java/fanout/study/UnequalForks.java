package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Many forks against few: the wider of Welch's and the pooled interval, which Fanout takes, and Welch's alone.
 *
 * @param wider what Fanout finds
 * @param welch what it would find without the pooled interval
 */
record UnequalForks(SimulatedScenario scenario, Rates wider, Rates welch) {
    /**
     * Before Holm.
     *
     * @param significant p below alpha without a true change
     * @param coverage of the 95 % interval
     * @param unchanged the verdict at a true change of the threshold
     * @param notSlower that a slow-down of the threshold was ruled out, at a true one
     * @param slowerAtFive the verdict at a true change of 5 %
     */
    record Rates(Rate significant, Rate coverage, Rate unchanged, Rate notSlower, Rate slowerAtFive) {}

    static List<SimulatedScenario> scenarios() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> List.of(30, 10, 7).stream()
                        .map(forks -> SimulatedScenario.of(forks, 0.9, 0, shape, false)
                                .against(3)))
                .toList();
    }

    static List<UnequalForks> measureAll(SimulationPlan plan) {
        return scenarios().stream().map(scenario -> measure(scenario, plan)).toList();
    }

    static UnequalForks measure(SimulatedScenario scenario, SimulationPlan plan) {
        return new UnequalForks(
                scenario,
                measure(scenario, plan, Rule::effect),
                measure(scenario, plan, pair -> VerdictRule.welchAlone(pair.baselineMetric(), pair.candidateMetric())));
    }

    private static Rates measure(
            SimulatedScenario scenario, SimulationPlan plan, Function<SimulatedPair, Effect> estimated) {
        Noise noise = new Noise(plan.seed(), scenario.id() + " unequal");
        int[] counts = new int[5];
        for (int run = 0; run < plan.runs(); run++) {
            SimulatedPair same = SimulatedPair.simulate(scenario, noise);
            Effect none = estimated.apply(same);
            Verdict atThreshold = VerdictRule.verdict(estimated.apply(same.slower(SimulationPlan.THRESHOLD)));
            counts[0] += none.p() < Rule.ALPHA ? 1 : 0;
            counts[1] += none.low(1 - Rule.ALPHA) <= 0 && none.high(1 - Rule.ALPHA) >= 0 ? 1 : 0;
            counts[2] += atThreshold == Verdict.UNCHANGED ? 1 : 0;
            counts[3] += VerdictRule.rulesOutSlower(atThreshold) ? 1 : 0;
            counts[4] += VerdictRule.verdict(estimated.apply(same.slower(0.05))) == Verdict.SLOWER ? 1 : 0;
        }
        Rate[] rates = Arrays.stream(counts)
                .mapToObj(count -> new Rate(count, plan.runs()))
                .toArray(Rate[]::new);
        return new Rates(rates[0], rates[1], rates[2], rates[3], rates[4]);
    }
}
