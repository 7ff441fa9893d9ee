package fanout.study;

import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.Arrays;
import java.util.List;

/**
 * How well {@code forksNeeded} keeps its promise: a pilot run names a number of forks, a fresh run has that many.
 *
 * @param pilot the pilot's scenario
 * @param medianForks what pilots named, in the middle
 * @param significant p below alpha before Holm at a true change of the threshold, the promised 80 %
 * @param slower the verdict at a true change of the threshold
 * @param unchanged the verdict without a true change
 * @param slowerAtFive the verdict at a true change of 5 %
 */
record Promise(
        SimulatedScenario pilot, int medianForks, Rate significant, Rate slower, Rate unchanged, Rate slowerAtFive) {
    /** So many forks that their deviation is as good as known. */
    static final int KNOWN = 200;

    static List<SimulatedScenario> pilots() {
        return List.of(3, 5, 10, KNOWN).stream()
                .flatMap(forks -> Arrays.stream(Shape.values())
                        .flatMap(shape -> List.of(false, true).stream()
                                .map(paired -> SimulatedScenario.of(forks, 0.9, 0, shape, paired))))
                .toList();
    }

    static Promise measure(SimulatedScenario pilot, SimulationPlan plan) {
        Noise noise = new Noise(plan.seed(), pilot.id() + " pilots");
        int runs = plan.runs() / 4;
        int[] named = new int[runs];
        int[] counts = new int[4];
        for (int run = 0; run < runs; run++) {
            Effect first = Rule.effect(SimulatedPair.simulate(pilot, noise));
            named[run] = VerdictRule.forksNeeded(first, pilot.forks());
            SimulatedPair fresh = SimulatedPair.simulate(pilot.withForks(Math.min(KNOWN, named[run])), noise);
            Effect atThreshold = Rule.effect(fresh.slower(SimulationPlan.THRESHOLD));
            counts[0] += atThreshold.p() < Rule.ALPHA && atThreshold.difference() > 0 ? 1 : 0;
            counts[1] += VerdictRule.verdict(atThreshold) == Verdict.SLOWER ? 1 : 0;
            counts[2] += VerdictRule.verdict(Rule.effect(fresh)) == Verdict.UNCHANGED ? 1 : 0;
            counts[3] += VerdictRule.verdict(Rule.effect(fresh.slower(0.05))) == Verdict.SLOWER ? 1 : 0;
        }
        Arrays.sort(named);
        return new Promise(
                pilot,
                named[runs / 2],
                new Rate(counts[0], runs),
                new Rate(counts[1], runs),
                new Rate(counts[2], runs),
                new Rate(counts[3], runs));
    }
}
