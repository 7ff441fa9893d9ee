package fanout.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreAxisTest {
    @Test
    void scoresThatAreCloseFillTheWidth() {
        ScoreAxis axis = ScoreAxis.of(10, 12);

        assertThat(axis.axis().logarithmic()).isFalse();
        assertThat(axis.axis().low()).isBetween(9.0, 10.0);
        assertThat(axis.at(10)).isEqualTo("4.55%");
    }

    @Test
    void scoresThatDifferClearlyBeginAtZero() {
        ScoreAxis axis = ScoreAxis.of(10, 40);

        assertThat(axis.axis().low()).isZero();
        assertThat(axis.at(21)).isEqualTo("50.00%");
    }

    @Test
    void scoresThatDifferManyTimesAreOnALogarithmicAxis() {
        ScoreAxis axis = ScoreAxis.of(1, 1000, Double.NaN);

        assertThat(axis.axis().logarithmic()).isTrue();
        assertThat(axis.grid()).extracting(GridLine::label).contains("1", "10", "100");
    }

    @Test
    void anIntervalWithoutEndsIsNotDrawn() {
        assertThat(ScoreAxis.of(1, 2).bar(Double.NaN, 3)).isEmpty();
        assertThat(ScoreAxis.of(1, 2).bar(1, 2)).hasSize(1);
    }

    @Test
    void aScoreOfZeroAndNoScoreAtAllHaveAnAxis() {
        assertThat(ScoreAxis.of(0, 5).axis().logarithmic()).isFalse();
        assertThat(ScoreAxis.of().grid()).isNotEmpty();
        assertThat(ScoreAxis.of(3).grid()).isNotEmpty();
    }
}
