package fanout.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Property(tries = 500)
    void everyValueHasAPlaceOnALinearAxis(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
        Axis axis = Axis.linear(values.stream().mapToDouble(Double::doubleValue));

        holds(axis, values);
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(8);
    }

    @Property(tries = 500)
    void everyValueHasAPlaceOnALogarithmicAxis(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -300, max = 300) Double> exponents) {
        List<Double> values = exponents.stream().map(each -> Math.pow(10, each)).toList();

        Axis axis = Axis.logarithmic(
                values.stream().mapToDouble(Double::doubleValue).toArray());

        holds(axis, values);
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(10);
    }

    private static void holds(Axis axis, List<Double> values) {
        assertThat(axis.low()).isLessThan(axis.high());
        assertThat(values).allSatisfy(value -> assertThat(value).isBetween(axis.low(), axis.high()));
        assertThat(axis.at(axis.low())).isZero();
        assertThat(axis.at(axis.high())).isEqualTo(1);
        assertThat(axis.ticks()).allSatisfy(tick -> assertThat(tick.value()).isBetween(axis.low(), axis.high()));
    }

    @Test
    void ticksAreRound() {
        assertThat(labels(Axis.linear(DoubleStream.of(0, 50)))).containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(labels(Axis.logarithmic(new double[] {3, 220})))
                .containsExactly("5", "10", "20", "50", "100", "200");
        assertThat(labels(Axis.logarithmic(new double[] {10, 11}))).contains("10", "10.2", "11");
        assertThat(labels(Axis.logarithmic(new double[] {1e-300, 1e300}))).contains("1e-103", "1", "1e103");
    }

    @Test
    void valuesThatAreNotNumbersDontWidenAnAxis() {
        assertThat(Axis.linear(DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, 2, 4)))
                .isEqualTo(Axis.linear(DoubleStream.of(2, 4)));
        assertThat(Axis.logarithmic(new double[] {Double.NaN, 2, 4})).isEqualTo(Axis.logarithmic(new double[] {2, 4}));
        assertThat(Axis.linear(DoubleStream.empty()).ticks()).isNotEmpty();
        assertThat(Axis.logarithmic(new double[0]).ticks()).isNotEmpty();
    }

    /** There is no logarithm of it. */
    @Test
    void anAxisWithAZeroIsLinear() {
        assertThat(Axis.logarithmic(new double[] {0, 4}).logarithmic()).isFalse();
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }

    @Test
    void smallRatiosArePercentAndLargeOnesFactors() {
        assertThat(ratios(0.93, 1.08)).containsExactly("-5 %", "0 %", "+5 %");
        assertThat(ratios(0.2, 31)).containsExactly("×0.2", "×0.5", "×1", "×2", "×5", "×10", "×20");
        assertThat(ratios(1e-9, 1e9)).hasSizeBetween(3, 8).contains("×1");
    }

    private static List<String> ratios(double low, double high) {
        return RatioTicks.of(low, high, true).stream().map(Axis.Tick::label).toList();
    }

    @Test
    void ticksOfATimeAxisAreRoundHoursOrDays() {
        assertThat(times("2026-11-25T01:58:13Z", "2026-11-25T03:14:00Z")).containsExactly("11-25 02:00", "11-25 03:00");
        assertThat(times("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z"))
                .contains("2026-01-01")
                .allSatisfy(label -> assertThat(label).hasSize(10));
        assertThat(times("2026-11-25T01:58:13Z", "2026-11-25T01:58:13Z")).isNotEmpty();
        assertThat(times("1970-01-01T00:00:00Z", "2970-01-01T00:00:00Z")).hasSizeBetween(2, 5);
    }

    private static List<String> times(String... times) {
        return labels(TimeAxis.around(Arrays.stream(times).map(Instant::parse).toList()));
    }
}
