package fanout.compare.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All results. */
record Study(Plan plan, List<Cell> cells, Cell dedicated, List<Promise> promises, List<GroupWarning> warnings) {
    /** Runs everything, on all cores; the result does not depend on how many there are. */
    static Study run(Plan plan) {
        return new Study(
                plan,
                each(Scenario.all(), scenario -> new Simulation(scenario, plan).run()),
                new Simulation(Scenario.dedicated(), plan).run(),
                each(Promise.pilots(), pilot -> Promise.measure(pilot, plan)),
                each(GroupWarning.scenarios(), scenario -> GroupWarning.measure(scenario, plan)));
    }

    private static <T> List<T> each(List<Scenario> scenarios, Function<Scenario, T> measure) {
        return new ArrayList<>(scenarios).parallelStream().map(measure).toList();
    }
}
