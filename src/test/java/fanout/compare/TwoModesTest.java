package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwoModesTest {
    private static final double[] TWO = {0.001, 0.052, 0.003, 0.002, 0.050, 0.004, 0.051, 0.000};

    @Test
    void forksInTwoGroupsAreFound() {
        assertThat(TwoModes.of(TWO, Criteria.DEFAULT)).hasValueSatisfying(groups -> {
            assertThat(groups.lower()).isEqualTo(5);
            assertThat(groups.upper()).isEqualTo(3);
            assertThat(groups.apart()).isBetween(0.0489, 0.0491);
        });
    }

    @Test
    void groupsNearerThanTheThresholdAreNotReported() {
        double[] near = Arrays.stream(TWO).map(log -> log / 2).toArray();
        assertThat(TwoModes.of(near, Criteria.DEFAULT)).isEmpty();
        assertThat(TwoModes.of(near, new Criteria(0.02, 0.05))).isPresent();
    }

    @Test
    void tooFewForksHaveNoGroups() {
        assertThat(TwoModes.of(Arrays.copyOf(TWO, 7), Criteria.DEFAULT)).isEmpty();
        assertThat(TwoModes.of(new double[0], Criteria.DEFAULT)).isEmpty();
    }

    @Test
    void aSingleDistantForkIsAnOutlierAndNoGroup() {
        assertThat(TwoModes.of(new double[] {0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.09}, Criteria.DEFAULT))
                .isEmpty();
    }

    @Test
    void forksThatSpreadEvenlyAreOneGroup() {
        assertThat(TwoModes.of(new double[] {0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14}, Criteria.DEFAULT))
                .isEmpty();
    }

    @Test
    void scoresThatAreNotNumbersHaveNoGroups() {
        double[] broken = TWO.clone();
        broken[3] = Double.NaN;
        assertThat(TwoModes.of(broken, Criteria.DEFAULT)).isEmpty();
        broken[3] = Double.NEGATIVE_INFINITY;
        assertThat(TwoModes.of(broken, Criteria.DEFAULT)).isEmpty();
    }
}
