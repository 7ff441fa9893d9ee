package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.results.ForkSamples;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The synthetic runs have the distributions that the study claims. */
class ShapeTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @EnumSource
    void eachShapeHasMeanZeroAndDeviationOne(Shape shape) {
        Noise noise = new Noise(1, "shapes");
        DoubleStatistics drawn = statistics(DoubleStream.generate(() -> shape.draw(noise)));
        assertThat(drawn.getAsDouble(Statistic.MEAN)).isCloseTo(0, within(0.01));
        assertThat(drawn.getAsDouble(Statistic.STANDARD_DEVIATION))
                .isCloseTo(1, within(shape == Shape.HEAVY_TAILED ? 0.1 : 0.01));
    }

    @Test
    void mediansOfTheDedicatedForksScatterByExactlyTwoPointTwoPercent() {
        Noise noise = new Noise(1, "dedicated");
        DoubleStatistics medians = statistics(DoubleStream.generate(() -> StrictMath.log(ForkSamples.median(
                SimulatedPair.simulate(SimulatedScenario.dedicated(), noise).baseline()[0]))));
        assertThat(medians.getAsDouble(Statistic.STANDARD_DEVIATION)).isCloseTo(0.022, within(0.0002));
    }

    @Test
    void roundsDriftByUpToTwoAndAHalfForBothSidesAlike() {
        Noise noise = new Noise(1, "drift");
        SimulatedPair pair = SimulatedPair.simulate(SimulatedScenario.of(1000, 0.9, 0, Shape.NORMAL, true), noise);
        double[] levels =
                Arrays.stream(pair.baseline()).mapToDouble(ForkSamples::median).toArray();
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        assertThat(sorted[sorted.length - 1] / sorted[0]).isBetween(2.4, 2.9);
        for (int round = 0; round < levels.length; round++) {
            assertThat(ForkSamples.median(pair.candidate()[round]) / levels[round])
                    .isBetween(0.85, 1.18);
        }
    }

    private static DoubleStatistics statistics(DoubleStream stream) {
        return DoubleStatistics.of(
                EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION),
                stream.limit(DRAWS).toArray());
    }
}
