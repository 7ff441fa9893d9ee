package fanout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All results. */
record ValidationResults(
        SimulationPlan plan,
        List<ScenarioResult> cells,
        ScenarioResult dedicated,
        List<UnequalForks> unequal,
        List<SlowForks> slow,
        List<Promise> promises,
        List<GroupWarning> warnings,
        List<OutlierWarning> outliers) {
    /** Runs everything, on all cores; the result does not depend on how many there are. */
    static ValidationResults run(SimulationPlan plan) {
        return new ValidationResults(
                plan,
                each(SimulatedScenario.all(), scenario -> new Simulation(scenario, plan).run()),
                new Simulation(SimulatedScenario.dedicated(), plan).run(),
                each(UnequalForks.scenarios(), scenario -> UnequalForks.measure(scenario, plan)),
                each(SlowForks.scenarios(), scenario -> SlowForks.measure(scenario, plan)),
                each(Promise.pilots(), pilot -> Promise.measure(pilot, plan)),
                each(GroupWarning.scenarios(), scenario -> GroupWarning.measure(scenario, plan)),
                each(OutlierWarning.scenarios(), scenario -> OutlierWarning.measure(scenario, plan)));
    }

    private static <T> List<T> each(List<SimulatedScenario> scenarios, Function<SimulatedScenario, T> measure) {
        return new ArrayList<>(scenarios).parallelStream().map(measure).toList();
    }
}
