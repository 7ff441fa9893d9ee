package fanout.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTest {
    private static final int TRIES = 500;
    private static final int MOST_VALUES = 5;

    /** The largest exponent of ten, on either side, on each kind of axis. */
    private static final int MOST_LINEAR = 12;

    private static final int MOST_LOGARITHMIC = 300;

    static LongStream seeds() {
        return LongStream.range(0, TRIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueHasAPlaceOnALinearAxis(long seed) {
        List<Double> values = values(seed, AxisTest::linear);

        Axis axis = Axis.linear(values.stream().mapToDouble(Double::doubleValue));

        holds(axis, values);
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueHasAPlaceOnALogarithmicAxis(long seed) {
        List<Double> values = values(seed, AxisTest::positive);

        Axis axis = Axis.logarithmic(
                values.stream().mapToDouble(Double::doubleValue).toArray());

        holds(axis, values);
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(10);
    }

    /** Between one and {@value #MOST_VALUES} values; sometimes all are the same. */
    private static List<Double> values(long seed, ToDoubleFunction<RandomGenerator> value) {
        RandomGenerator random = new SplittableRandom(seed);
        int count = random.nextInt(1, MOST_VALUES + 1);
        boolean alike = random.nextInt(10) == 0;
        double first = value.applyAsDouble(random);
        return Stream.generate(() -> alike ? first : value.applyAsDouble(random))
                .limit(count)
                .toList();
    }

    /** A uniform value of any magnitude, or one where an axis may go wrong. */
    private static double linear(RandomGenerator random) {
        double largest = Math.pow(10, MOST_LINEAR);
        double[] edges = {0, -0.0, 1, -1, 0.01, -0.01, 1e-300, largest, -largest};
        return switch (random.nextInt(3)) {
            case 0 -> random.nextDouble(-largest, largest);
            case 1 -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-MOST_LINEAR, MOST_LINEAR));
            default -> edges[random.nextInt(edges.length)];
        };
    }

    /** A power of ten; one exponent in three is where an axis may go wrong. */
    private static double positive(RandomGenerator random) {
        double[] edges = {0, 1, -1, 0.01, -0.01, MOST_LOGARITHMIC, -MOST_LOGARITHMIC};
        double exponent = random.nextInt(3) == 0
                ? edges[random.nextInt(edges.length)]
                : random.nextDouble(-MOST_LOGARITHMIC, MOST_LOGARITHMIC);
        return Math.pow(10, exponent);
    }

    private static void holds(Axis axis, List<Double> values) {
        assertThat(axis.low()).isLessThan(axis.high());
        assertThat(values).allSatisfy(value -> assertThat(value).isBetween(axis.low(), axis.high()));
        assertThat(axis.at(axis.low())).isZero();
        assertThat(axis.at(axis.high())).isEqualTo(1);
        assertThat(axis.at(axis.valueAt(0.25))).isCloseTo(0.25, within(1e-6));
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

    /** Zero has no logarithm. */
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
