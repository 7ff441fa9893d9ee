package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksStudyTest {
    private static final int RUNS = 400;

    /** Whoever stops at the first p below 5 % raises a false alarm in every fifth run. */
    @Test
    void theBoundsHoldOverAllLooksAndNaiveStoppingBreaksThem() {
        for (SimulatedScenario kind : List.of(kind(0.9, Shape.NORMAL), kind(0.4, Shape.NORMAL))) {
            LooksResult result = LooksResult.simulate(kind, RUNS, 5);

            assertThat(result.significant().isAtMost(0.05)).as("" + result).isTrue();
            assertThat(result.notSlower().isAtMost(0.05)).as("" + result).isTrue();
            assertThat(result.covered().isAtLeast(0.95)).as("" + result).isTrue();
            assertThat(result.naive().isAtMost(0.08)).as("" + result).isFalse();
        }
    }

    private static SimulatedScenario kind(double share, Shape shape) {
        return SimulatedScenario.of(LooksStudy.MOST_ROUNDS, share, 0, shape, true);
    }

    @Test
    void everyKindIsPublished() throws IOException {
        assertThat(Files.readAllLines(LooksStudy.TABLE))
                .hasSize(4 + LooksStudy.kinds().size());
    }

    /** If the rule changes, its numbers change, and the study must be run again. */
    @Slow
    @Test
    void aKindSimulatedAloneGivesThePublishedNumbers() throws IOException {
        LooksResult alone = LooksResult.simulate(LooksStudy.kinds().get(0), LooksStudy.RUNS, LooksStudy.SEED);
        String row = "| " + String.join(" | ", LooksStudy.row(alone)) + " |";
        assertThat(Files.readAllLines(LooksStudy.TABLE)).contains(row);
    }
}
