package fanout.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowPlotTest {
    private static RowPlot.Ratio ratio(double ratio, double low, double high) {
        return new RowPlot.Ratio("a", "", ratio, new RowPlot.Range(low, high), RowPlot.Range.NONE, "", "slower");
    }

    private static double percent(String position) {
        return Double.parseDouble(position.replace("%", ""));
    }

    private static double width(RowPlot.Line line) {
        return percent(line.to()) - percent(line.from());
    }

    @Test
    void theIntervalIsAroundTheEstimateAndTheBandAroundNoChange() {
        RowPlot plot = RowPlot.of("", List.of(ratio(1.05, 1.02, 1.09)), 0.03, true);

        RowPlot.RatioRow row = plot.rows().get(0);
        assertThat(percent(row.interval().get(0).from())).isBetween(percent(plot.one()), percent(row.at()));
        assertThat(percent(row.interval().get(0).to()))
                .isGreaterThan(percent(row.at()))
                .isLessThanOrEqualTo(100);
        assertThat(percent(plot.bandLeft())).isLessThan(percent(plot.one()));
        assertThat(percent(plot.bandLeft()) + percent(plot.bandWidth())).isGreaterThan(percent(plot.one()));
        assertThat(row.beyondLow() || row.beyondHigh()).isFalse();
    }

    @Test
    void aNarrowerIntervalIsDrawnWithinTheInterval() {
        RowPlot.Ratio both = new RowPlot.Ratio(
                "a", "", 1.05, new RowPlot.Range(1.02, 1.09), new RowPlot.Range(1.03, 1.07), "", "unchanged");
        RowPlot.RatioRow row = RowPlot.of("", List.of(both), 0.03, true).rows().get(0);

        assertThat(row.hasNarrow()).isTrue();
        assertThat(percent(row.narrow().get(0).from()))
                .isBetween(percent(row.interval().get(0).from()), percent(row.at()));
        assertThat(percent(row.narrow().get(0).to()))
                .isBetween(percent(row.at()), percent(row.interval().get(0).to()));
        assertThat(RowPlot.of("", List.of(ratio(1.05, 1.02, 1.09)), 0.03, true).rows())
                .extracting(RowPlot.RatioRow::hasNarrow)
                .containsExactly(false);
    }

    /** One change of -78 % must not make the others unreadable. */
    @Test
    void aDistantEstimateIsDrawnAtTheEdge() {
        List<RowPlot.Ratio> ratios = new ArrayList<>(Collections.nCopies(4, ratio(1.02, 0.97, 1.06)));
        ratios.add(ratio(0.22, 0.2, 0.24));

        RowPlot plot = RowPlot.of("", ratios, 0.03, true);

        assertThat(plot.rows().get(4).beyondLow()).isTrue();
        assertThat(percent(plot.rows().get(4).at())).isZero();
        assertThat(width(plot.rows().get(0).interval().get(0)))
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
        assertThat(plot.rows()).flatExtracting(RowPlot.RatioRow::interval).isEmpty();
    }

    @Test
    void aPlotWithoutRowsHasAnAxis() {
        assertThat(RowPlot.of("", List.of(), 0.03, true).grid()).isNotEmpty();
    }
}
