package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialCorrelationTest {
    private static double[] line(int runs, double correlation, int slower) {
        Random random = new Random(1);
        double[] line = new double[runs];
        double last = random.nextGaussian();
        for (int run = 0; run < runs; run++) {
            line[run] = last + (run < slower ? 0 : 20);
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return line;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 0.8})
    void ofManyRunsIsThatOfNeighbours(double correlation) {
        assertThat(SerialCorrelation.of(line(100_000, correlation, 100_000))).isCloseTo(correlation, within(0.05));
    }

    @Test
    void aShiftIsNoCorrelation() {
        assertThat(SerialCorrelation.of(line(10_000, 0, 5_000))).isLessThan(0.05);
        assertThat(SerialCorrelation.of(line(50, 0, 25))).isCloseTo(SerialCorrelation.of(line(50, 0, 50)), within(0.3));
    }

    @Test
    void fewOrEqualRunsHaveNone() {
        assertThat(SerialCorrelation.of(line(49, 0.8, 49))).isZero();
        assertThat(SerialCorrelation.of(new double[60])).isZero();
    }
}
