package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkSamplesTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(ForkSamples.median(7)).isEqualTo(7);
        assertThat(ForkSamples.median(9, 1, 4)).isEqualTo(4);
        assertThat(ForkSamples.median(9, 1, 4, 5)).isEqualTo(4.5);
        assertThat(ForkSamples.median(1, Double.POSITIVE_INFINITY, 3)).isEqualTo(3);
    }

    @Test
    void noValuesAndValuesThatAreNotNumbersHaveNoMedian() {
        assertThat(ForkSamples.median(new double[0])).isNaN();
        assertThat(ForkSamples.median(1, 2, 3, 4, Double.NaN)).isNaN();
        assertThat(new ForkSamples(null, Double.NaN, 1, 2).median()).isNaN();
    }

    @Test
    void theMedianLeavesTheOrderOfIterationsAsItIs() {
        ForkSamples fork = new ForkSamples(null, 3, 1, 2);

        assertThat(fork.median()).isEqualTo(2);
        assertThat(fork.iterations()).containsExactly(3, 1, 2);
    }
}
