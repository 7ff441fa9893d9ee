package fanout.study;

import fanout.compare.VerdictRule;
import java.util.Arrays;
import java.util.List;

/**
 * How often the tool warns that forks, or rounds, fall into two groups.
 *
 * @param fired of one side's forks, or of the rounds
 */
record GroupWarning(SimulatedScenario scenario, Rate fired) {
    static List<SimulatedScenario> scenarios() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> List.of(false, true).stream()
                        .flatMap(paired -> List.of(8, 10, 20).stream()
                                .map(forks -> SimulatedScenario.of(forks, 0.9, 0, shape, paired))))
                .toList();
    }

    static GroupWarning measure(SimulatedScenario scenario, SimulationPlan plan) {
        Noise noise = new Noise(plan.seed(), scenario.id() + " warnings");
        int fired = 0;
        for (int run = 0; run < plan.runs(); run++) {
            SimulatedPair pair = SimulatedPair.simulate(scenario, noise);
            fired += VerdictRule.warnsOfGroups(pair.baselineMetric(), pair.candidateMetric()) ? 1 : 0;
        }
        return new GroupWarning(scenario, new Rate(fired, plan.runs()));
    }
}
