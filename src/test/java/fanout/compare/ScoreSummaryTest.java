package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.ScoreUnit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreSummaryTest {
    private static ScoreSummary of(double... scores) {
        return ScoreSummary.of(
                new Metric(
                        "",
                        new ScoreUnit("ms/op"),
                        Double.NaN,
                        Arrays.stream(scores)
                                .mapToObj(score -> new ForkSamples(null, score))
                                .toList()),
                0.05);
    }

    /**
     * The logarithms are 1, 2 and 3 doublings: t is 4.303 with 2 degrees of freedom, the standard error 1 / sqrt(3).
     */
    @Test
    void theCentreIsTheGeometricMeanWithStudentsInterval() {
        ScoreSummary summary = of(2, 4, 8);

        double half = 4.302653 * Math.log(2) / Math.sqrt(3);
        assertThat(summary.score()).isCloseTo(4, within(1e-9));
        assertThat(summary.low()).isCloseTo(4 * Math.exp(-half), within(1e-5));
        assertThat(summary.high()).isCloseTo(4 * Math.exp(half), within(1e-4));
        assertThat(summary.forks()).isEqualTo(3);
    }

    @Test
    void aSingleForkHasNoInterval() {
        assertThat(of(7).score()).isCloseTo(7, within(1e-9));
        assertThat(of(7).low()).isNaN();
    }

    @Test
    void aScoreWithoutALogarithmIsIgnored() {
        assertThat(of(Double.NaN, 0, -1, 7)).isEqualTo(of(7));
        assertThat(of().score()).isNaN();
        assertThat(of().forks()).isZero();
    }
}
