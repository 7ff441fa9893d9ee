package fanout.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowPlotTest {
    private static RowPlot.Ratio ratio(double ratio, double low, double high) {
        return new RowPlot.Ratio("a", "", ratio, low, high, "", "slower");
    }

    private static double percent(String position) {
        return Double.parseDouble(position.replace("%", ""));
    }

    @Test
    void theIntervalIsAroundTheEstimateAndTheBandAroundNoChange() {
        RowPlot plot = RowPlot.of("", List.of(ratio(1.05, 1.02, 1.09)), 0.03, true);

        RowPlot.RatioRow row = plot.rows().get(0);
        assertThat(percent(row.low())).isBetween(percent(plot.one()), percent(row.at()));
        assertThat(percent(row.high())).isGreaterThan(percent(row.at())).isLessThanOrEqualTo(100);
        assertThat(percent(plot.bandLeft())).isLessThan(percent(plot.one()));
        assertThat(percent(plot.bandLeft()) + percent(plot.bandWidth())).isGreaterThan(percent(plot.one()));
        assertThat(row.beyondLow() || row.beyondHigh()).isFalse();
    }

    /** One change of -78 % must not make the others unreadable. */
    @Test
    void aDistantEstimateIsDrawnAtTheEdge() {
        List<RowPlot.Ratio> ratios = new ArrayList<>(Collections.nCopies(4, ratio(1.02, 0.97, 1.06)));
        ratios.add(ratio(0.22, 0.2, 0.24));

        RowPlot plot = RowPlot.of("", ratios, 0.03, true);

        assertThat(plot.rows().get(4).beyondLow()).isTrue();
        assertThat(percent(plot.rows().get(4).at())).isZero();
        assertThat(percent(plot.rows().get(0).high())
                        - percent(plot.rows().get(0).low()))
                .as("width of an interval")
                .isGreaterThan(20);
    }

    @Test
    void anEstimateThatIsNotANumberIsNotDrawn() {
        RowPlot plot = RowPlot.of(
                "",
                List.of(
                        ratio(Double.NaN, Double.NaN, Double.NaN),
                        ratio(1.1, Double.NaN, Double.NaN),
                        ratio(1.1, 0, Double.POSITIVE_INFINITY),
                        ratio(0, 0, 0)),
                0.03,
                true);

        assertThat(plot.rows()).extracting(RowPlot.RatioRow::drawn).containsExactly(false, true, true, false);
        assertThat(plot.rows()).extracting(RowPlot.RatioRow::interval).containsOnly(false);
    }

    @Test
    void aPlotWithoutRowsHasAnAxis() {
        assertThat(RowPlot.of("", List.of(), 0.03, true).grid()).isNotEmpty();
    }
}
