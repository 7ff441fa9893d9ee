package fanout.study;

import fanout.compare.VerdictRule;
import java.util.List;

/**
 * How much to simulate.
 *
 * @param seed of everything
 * @param runs of each scenario
 * @param rules whose alarms are counted
 */
record SimulationPlan(long seed, int runs, List<Rule> rules) {
    static final double THRESHOLD = VerdictRule.CRITERIA.threshold();

    /** The true changes. */
    static final List<Double> CHANGES = List.of(0.0, THRESHOLD, 0.05, 0.10);

    /** Benchmarks of a family under Holm. */
    static final int FAMILY = 20;

    SimulationPlan {
        rules = List.copyOf(rules);
    }

    /** The bootstrap is slow, and gets a quarter of the runs. */
    int runs(Rule rule) {
        return rule == Rule.BOOTSTRAP ? runs / 4 : runs;
    }

    int families() {
        return runs / 4;
    }
}
