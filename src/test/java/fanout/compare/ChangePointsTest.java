package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The study of histories measures how often the rule errs; this is what it finds. */
class ChangePointsTest {
    private static final double NOISE = 0.01;

    /** Logarithms of a time of 10, and from some runs on of other levels, each as a change of the first. */
    private static double[] line(int runs, int each, double... changes) {
        SplittableRandom random = new SplittableRandom(runs);
        return IntStream.range(0, runs)
                .mapToDouble(run -> {
                    int level = Math.min(run / each, changes.length) - 1;
                    return Math.log(10)
                            + random.nextDouble(-NOISE, NOISE)
                            + (level < 0 ? 0 : Math.log1p(changes[level]));
                })
                .toArray();
    }

    private static List<LevelShift> shifts(double[] line) {
        return ChangePoints.of(List.of(line), Criteria.DEFAULT).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 300})
    void aStepIsFoundAtItsPlaceWithItsSize(int runs) {
        assertThat(shifts(line(runs, runs / 2, 0.2))).singleElement().satisfies(shift -> {
            assertThat(shift.first()).isEqualTo(runs / 2);
            assertThat(shift.change()).isCloseTo(0.2, within(0.02));
            assertThat(shift.p()).isLessThan(0.05);
        });
    }

    @Test
    void theLastThreeOfManyRunsAreEnough() {
        assertThat(shifts(line(300, 297, 0.2))).extracting(LevelShift::first).containsExactly(297);
    }

    @Test
    void aRiseAndAFallAreTwoShifts() {
        List<LevelShift> shifts = shifts(line(300, 100, 0.2, 0));

        assertThat(shifts).extracting(LevelShift::first).containsExactly(100, 200);
        assertThat(shifts.get(1).change()).isCloseTo(1 / 1.2 - 1, within(0.02));
    }

    @Test
    void noiseIsNoShift() {
        for (int runs : new int[] {0, 1, 5, 10, 50, 300}) {
            assertThat(shifts(line(runs, 1000, 1))).as(runs + " runs").isEmpty();
        }
        assertThat(shifts(new double[50])).isEmpty();
    }

    /** One slow run is no level. */
    @Test
    void twoSlowRunsAreNoShift() {
        assertThat(shifts(line(50, 48, 2))).isEmpty();
    }

    @Test
    void whatIsBelowTheThresholdDoesNotMatter() {
        assertThat(shifts(line(300, 150, 0.025))).isEmpty();
        assertThat(ChangePoints.of(List.of(line(300, 150, 0.025)), new Criteria(0.02, 0.05))
                        .get(0))
                .hasSize(1);
    }

    /** Twelve lines have more places at which chance can look like a shift. */
    @Test
    void theMoreLinesTheMoreRunsAShiftTakes() {
        double[] step = line(10, 5, 0.2);
        List<double[]> twelve = IntStream.range(0, 12).mapToObj(line -> step).toList();

        assertThat(ChangePoints.of(twelve, Criteria.DEFAULT))
                .allSatisfy(found -> assertThat(found).isEmpty());
        assertThat(ChangePoints.fewestRuns(1, 0.05)).isEqualTo(10);
        int fewest = ChangePoints.fewestRuns(12, 0.05);
        assertThat(fewest).isBetween(11, 20);
        List<double[]> longer = IntStream.range(0, 12)
                .mapToObj(line -> line(fewest, fewest / 2, 0.2))
                .toList();
        assertThat(ChangePoints.of(longer, Criteria.DEFAULT))
                .allSatisfy(found -> assertThat(found).hasSize(1));
    }

    /** Lines too short to show anything don't make it harder for the others. */
    @Test
    void shortLinesDoNotCount() {
        List<double[]> lines = List.of(line(9, 4, 0.2), line(10, 5, 0.2), line(9, 4, 0.2));

        assertThat(ChangePoints.of(lines, Criteria.DEFAULT))
                .extracting(List::size)
                .containsExactly(0, 1, 0);
    }
}
