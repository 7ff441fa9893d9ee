package fanout.study;

import fanout.compare.VerdictRule;
import java.util.Arrays;
import java.util.List;

/**
 * How often the tool warns that a fork or a round lies apart.
 *
 * @param fired of the forks of either side, or of the rounds
 */
record OutlierWarning(SimulatedScenario scenario, Rate fired) {
    static List<SimulatedScenario> scenarios() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> List.of(false, true).stream()
                        .flatMap(paired -> List.of(5, 8, 10, 20, 40).stream()
                                .map(forks -> SimulatedScenario.of(forks, 0.9, 0, shape, paired))))
                .toList();
    }

    static OutlierWarning measure(SimulatedScenario scenario, SimulationPlan plan) {
        Noise noise = new Noise(plan.seed(), scenario.id() + " outliers");
        int fired = 0;
        for (int run = 0; run < plan.runs(); run++) {
            SimulatedPair pair = SimulatedPair.simulate(scenario, noise);
            fired += VerdictRule.warnsOfOutliers(pair.baselineMetric(), pair.candidateMetric()) ? 1 : 0;
        }
        return new OutlierWarning(scenario, new Rate(fired, plan.runs()));
    }
}
