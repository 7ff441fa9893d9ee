package fanout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All results. */
record ValidationResults(
        SimulationPlan plan,
        List<ScenarioResult> cells,
        ScenarioResult dedicated,
        List<Promise> promises,
        List<GroupWarning> warnings) {
    /** Runs everything, on all cores; the result does not depend on how many there are. */
    static ValidationResults run(SimulationPlan plan) {
        return new ValidationResults(
                plan,
                each(SimulatedScenario.all(), scenario -> new Simulation(scenario, plan).run()),
                new Simulation(SimulatedScenario.dedicated(), plan).run(),
                each(Promise.pilots(), pilot -> Promise.measure(pilot, plan)),
                each(GroupWarning.scenarios(), scenario -> GroupWarning.measure(scenario, plan)));
    }

    private static <T> List<T> each(List<SimulatedScenario> scenarios, Function<SimulatedScenario, T> measure) {
        return new ArrayList<>(scenarios).parallelStream().map(measure).toList();
    }
}
