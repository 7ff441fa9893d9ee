package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ForkSamples;
import fanout.results.Jvm;
import fanout.results.MeasurementSettings;
import fanout.results.Metric;
import fanout.results.ResultSet;
import fanout.results.Round;
import fanout.results.ScoreUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every verdict on any scores: each property is tried on {@value #TRIES} random draws. */
class VerdictPropertiesTest {
    private static final int TRIES = 300;
    private static final MeasurementSettings.Phase PHASE = new MeasurementSettings.Phase(5, "1 s", 1);
    private static final ScoreUnit MILLIS = new ScoreUnit("ms/op");

    static Stream<Draw> draws() {
        return LongStream.range(0, TRIES).mapToObj(Draw::of);
    }

    /**
     * Random scores. The seed decides all of them, and is the name of the test case.
     *
     * @param baseline the scores of each fork
     * @param candidate the scores of each fork; in one draw of ten they are the baseline's but for noise
     * @param turns whether the forks of both sides are paired by rounds
     * @param factor any scale that is no power of two
     */
    record Draw(long seed, List<double[]> baseline, List<double[]> candidate, boolean turns, double factor) {
        private static final double[] SPREADS = {0.0, 0.001, 0.01, 0.1};

        static Draw of(long seed) {
            RandomGenerator random = new SplittableRandom(seed);
            List<double[]> baseline = side(random);
            boolean alike = random.nextInt(10) == 0;
            List<double[]> candidate = alike ? again(baseline, random) : side(random);
            return new Draw(seed, baseline, candidate, random.nextBoolean(), Math.pow(10, random.nextInt(-6, 7)) / 3);
        }

        /** One side: forks of scores, whose level and spread are drawn, too. */
        private static List<double[]> side(RandomGenerator random) {
            int forks = random.nextInt(1, 13);
            double level = random.nextDouble(9, 11);
            double spread = SPREADS[random.nextInt(SPREADS.length)];
            return Stream.generate(() -> fork(level * Math.exp(spread * random.nextGaussian()), spread, random))
                    .limit(forks)
                    .toList();
        }

        /** Nearly the same: forks that are the same to the last one are copies, which don't count. */
        private static List<double[]> again(List<double[]> side, RandomGenerator random) {
            return side.stream()
                    .map(fork -> Arrays.stream(fork)
                            .map(score -> score * (1 + 1e-4 * random.nextGaussian()))
                            .toArray())
                    .toList();
        }

        private static double[] fork(double level, double spread, RandomGenerator random) {
            return random.doubles(5).map(noise -> level * (1 + spread * noise)).toArray();
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    @ParameterizedTest
    @MethodSource("draws")
    void theOrderOfForksDoesNotChangeAVerdict(Draw draw) {
        List<ForkSamples> first = forks(draw.baseline, draw.turns);
        List<ForkSamples> second = forks(draw.candidate, draw.turns);
        Random random = new Random(new SplittableRandom(draw.seed).nextLong());
        Judgement before = judge(metric(MILLIS, first), metric(MILLIS, second));
        Collections.shuffle(first, random);
        Collections.shuffle(second, random);

        assertSame(before, judge(metric(MILLIS, first), metric(MILLIS, second)));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void swappingTheSidesReversesTheSign(Draw draw) {
        Judgement there = judge(side(draw.baseline, draw.turns), side(draw.candidate, draw.turns));
        Judgement back = judge(side(draw.candidate, draw.turns), side(draw.baseline, draw.turns));

        assertThat(back.verdict()).isEqualTo(opposite(there.verdict()));
        assertClose(
                Math.log1p(back.change().estimate()), -Math.log1p(there.change().estimate()));
        assertClose(
                Math.log1p(back.change().ci().low()),
                -Math.log1p(there.change().ci().high()));
        assertClose(back.change().p(), there.change().p());
        assertThat(back.forksNeeded()).isEqualTo(there.forksNeeded());
    }

    /** A reader who holds what is shown beside a verdict against the threshold comes to the same verdict. */
    @ParameterizedTest
    @MethodSource("draws")
    void theShownIntervalBearsOutTheVerdict(Draw draw) {
        Judgement judgement = judge(side(draw.baseline, draw.turns), side(draw.candidate, draw.turns));

        Change.Interval shown = judgement.shown();
        double threshold = Criteria.DEFAULT.logThreshold();
        boolean notSlower = Math.log1p(shown.high()) < threshold;
        boolean notFaster = Math.log1p(shown.low()) > -threshold;
        switch (judgement.verdict()) {
            case SLOWER -> assertThat(shown.low()).isPositive();
            case FASTER -> assertThat(shown.high()).isNegative();
            case UNCHANGED -> assertThat(notSlower && notFaster).isTrue();
            case NOT_SLOWER -> assertThat(notSlower && !notFaster).isTrue();
            case NOT_FASTER -> assertThat(notFaster && !notSlower).isTrue();
            case INCONCLUSIVE ->
                assertThat(judgement.reason().startsWith("only ") || !notSlower && !notFaster)
                        .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("draws")
    void aRateAndItsReciprocalAreJudgedAlike(Draw draw) {
        ScoreUnit rate = new ScoreUnit("ops/ms");

        // An odd number of iterations: the median of the reciprocals is the reciprocal of the median.
        Judgement rates = judge(
                mapped(draw.baseline, draw.turns, rate, score -> 1 / score),
                mapped(draw.candidate, draw.turns, rate, score -> 1 / score));

        assertSame(judge(side(draw.baseline, draw.turns), side(draw.candidate, draw.turns)), rates);
    }

    /** A change of 1 in 10^16 is rounding, not a change, though the forks don't scatter at all. */
    @Test
    void noRoundingIsTakenForAChange() {
        List<double[]> alike = List.of(new double[] {9.01, 9.01}, new double[] {9.01, 9.01}, new double[] {9.01, 9.01});
        Metric micros = mapped(alike, true, new ScoreUnit("us/op"), score -> 1000 * score);

        assertThat(LogSamples.of(side(alike, true), micros).effect().p()).isEqualTo(1);
        assertThat(judge(side(alike, true), micros).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void theUnitDoesNotChangeAVerdict(Draw draw) {
        Metric micros = mapped(draw.candidate, draw.turns, new ScoreUnit("us/op"), score -> 1000 * score);

        Judgement mixed = judge(side(draw.baseline, draw.turns), micros);

        Judgement same = judge(side(draw.baseline, draw.turns), side(draw.candidate, draw.turns));
        assertSame(same, mixed);
        assertThat(mixed.candidate().score()).isCloseTo(same.candidate().score(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void scalingBothSidesDoesNotChangeAVerdict(Draw draw) {
        Judgement scaled = judge(
                mapped(draw.baseline, draw.turns, MILLIS, score -> draw.factor * score),
                mapped(draw.candidate, draw.turns, MILLIS, score -> draw.factor * score));

        assertSame(judge(side(draw.baseline, draw.turns), side(draw.candidate, draw.turns)), scaled);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void aFileAgainstItselfIsNeverFasterOrSlower(Draw draw) {
        Judgement judgement = judge(side(draw.baseline, draw.turns), side(draw.baseline, draw.turns));

        assertThat(judgement.verdict()).isIn(Verdict.UNCHANGED, Verdict.INCONCLUSIVE);
        assertThat(judgement.change().estimate()).isIn(0.0, Double.NaN);
    }

    private static void assertSame(Judgement one, Judgement other) {
        assertThat(other.verdict()).isEqualTo(one.verdict());
        assertThat(other.change().paired()).isEqualTo(one.change().paired());
        assertClose(other.change().estimate(), one.change().estimate());
        assertClose(other.change().ci().low(), one.change().ci().low());
        assertClose(other.change().ci().high(), one.change().ci().high());
        assertClose(other.change().p(), one.change().p());
    }

    private static void assertClose(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
        }
    }

    private static Verdict opposite(Verdict verdict) {
        return switch (verdict) {
            case SLOWER -> Verdict.FASTER;
            case FASTER -> Verdict.SLOWER;
            case NOT_SLOWER -> Verdict.NOT_FASTER;
            case NOT_FASTER -> Verdict.NOT_SLOWER;
            case UNCHANGED, INCONCLUSIVE -> verdict;
        };
    }

    private static Metric side(List<double[]> scores, boolean turns) {
        return mapped(scores, turns, MILLIS, score -> score);
    }

    private static Metric mapped(List<double[]> scores, boolean turns, ScoreUnit unit, DoubleUnaryOperator change) {
        List<double[]> mapped = scores.stream()
                .map(fork -> Arrays.stream(fork).map(change).toArray())
                .toList();
        return metric(unit, forks(mapped, turns));
    }

    private static List<ForkSamples> forks(List<double[]> scores, boolean turns) {
        List<ForkSamples> forks = new ArrayList<>();
        scores.forEach(fork -> forks.add(new ForkSamples(turns ? new Round("run", forks.size()) : null, fork)));
        return forks;
    }

    private static Metric metric(ScoreUnit unit, List<ForkSamples> forks) {
        return new Metric("", unit, Double.NaN, forks);
    }

    private static Judgement judge(Metric baseline, Metric candidate) {
        return new Comparisons(Criteria.DEFAULT, false, null)
                .byJvm(resultSet("base", baseline), List.of(resultSet("candidate", candidate)))
                .judgements()
                .get(0);
    }

    private static ResultSet resultSet(String name, Metric metric) {
        BenchmarkKey key = new BenchmarkKey("a.B.c", "avgt", new TreeMap<>(), 1);
        Jvm jvm = new Jvm("17", "VM", List.of(), "1.37");
        return ResultSet.of(
                name,
                null,
                false,
                List.of(new BenchmarkSamples(
                        key,
                        new MeasurementSettings(PHASE, PHASE),
                        jvm,
                        metric.forks().size(),
                        metric,
                        new TreeMap<>())));
    }
}
