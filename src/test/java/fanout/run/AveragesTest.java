package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AveragesTest {
    @Test
    void theMedianIsTheValueInTheMiddle() {
        assertThat(Averages.median(Stream.of(9.0, 1.0, 2.0))).isEqualTo(2);
    }

    /** The page computes it in the same way, so that a run has only one ruler. */
    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Averages.median(Stream.of(9.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void medianAndMeanAreRoundedToFourDecimals() {
        assertThat(Averages.median(Stream.of(1.00004, 1.00003))).isEqualTo(1);
        assertThat(Averages.mean(Stream.of(1.00001, 1.00016))).isEqualTo(1.0001);
    }

    @Test
    void whatIsUnknownDoesNotCount() {
        assertThat(Averages.median(Stream.of(1.0, null, 2.0, null, 3.0))).isEqualTo(2);
        assertThat(Averages.mean(Stream.of(null, 1.0, 2.0))).isEqualTo(1.5);
        assertThat(Averages.median(Stream.of((Double) null))).isNull();
        assertThat(Averages.mean(Stream.of((Double) null))).isNull();
    }
}
