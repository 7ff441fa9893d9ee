package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.VerdictRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The warning of a fork that lies apart is seldom wrong, and sees the fork that it is there for. */
class OutlierWarningTest {
    private static final SimulationPlan PLAN = new SimulationPlan(1, 1000, List.of());

    /** In bimodal forks something is wrong: of five, the only one in the slow mode is named now and then. */
    @Test
    void forksInWhichNothingIsWrongAreSeldomWarnedOf() {
        assertThat(OutlierWarning.scenarios())
                .filteredOn(scenario -> scenario.shape() != Shape.BIMODAL)
                .hasSize(20)
                .map(scenario -> OutlierWarning.measure(scenario, PLAN))
                .allMatch(warning -> warning.fired().isAtMost(0.05));
    }

    /** One fork in so many takes 40 % longer, where forks scatter by 2.2 %. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 40})
    void aForkThatLiesFarOffIsNamed(int forks) {
        SimulatedScenario scenario = SimulatedScenario.of(forks, 0.9, 0, Shape.NORMAL, false);
        Noise noise = new Noise(1, "outliers");
        long named = IntStream.range(0, 200)
                .filter(run -> {
                    SimulatedPair pair = SimulatedPair.simulate(scenario, noise);
                    pair.candidate()[0] =
                            SimulatedPair.simulate(scenario, noise).slower(0.4).candidate()[0];
                    return VerdictRule.warnsOfOutliers(pair.baselineMetric(), pair.candidateMetric());
                })
                .count();
        assertThat(named).isGreaterThan(140);
    }
}
