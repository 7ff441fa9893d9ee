package fanout.study;

import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of a candidate of which a fifth of the forks takes 1.3 times as long: whether one of them is there to be
 * seen is a matter of chance.
 *
 * @param verdicts how often each was given
 * @param warned how often a fork or a round was said to lie apart, or to fall into two groups
 */
record SlowForks(SimulatedScenario scenario, Map<Verdict, Rate> verdicts, Rate warned) {
    static final double SHARE = 0.2;

    /** Other forks alike, and forks that scatter by 2.2 %. */
    static List<SimulatedScenario> scenarios() {
        return List.of(false, true).stream()
                .flatMap(paired -> List.of(0.0, 0.9).stream()
                        .flatMap(share -> SimulatedScenario.FORKS.stream()
                                .map(forks -> SimulatedScenario.of(forks, share, 0, Shape.NORMAL, paired)
                                        .withSlow(SHARE))))
                .toList();
    }

    static SlowForks measure(SimulatedScenario scenario, SimulationPlan plan) {
        Noise noise = new Noise(plan.seed(), scenario.id() + " slow");
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        int warned = 0;
        for (int run = 0; run < plan.runs(); run++) {
            SimulatedPair pair = SimulatedPair.simulate(scenario, noise);
            counts.merge(VerdictRule.verdict(Rule.effect(pair)), 1, Integer::sum);
            warned += VerdictRule.warnsOfOutliers(pair.baselineMetric(), pair.candidateMetric())
                            || VerdictRule.warnsOfGroups(pair.candidateMetric(), pair.baselineMetric())
                    ? 1
                    : 0;
        }
        Map<Verdict, Rate> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, new Rate(counts.getOrDefault(verdict, 0), plan.runs()));
        }
        return new SlowForks(scenario, verdicts, new Rate(warned, plan.runs()));
    }

    Rate said(Verdict verdict) {
        return verdicts.get(verdict);
    }
}
