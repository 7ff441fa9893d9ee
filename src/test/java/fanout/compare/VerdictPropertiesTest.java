package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import fanout.results.Jvm;
import fanout.results.Measured;
import fanout.results.Metric;
import fanout.results.Round;
import fanout.results.ScoreUnit;
import fanout.results.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every verdict, whatever was measured. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class VerdictPropertiesTest {
    private static final Settings.Iterations PHASE = new Settings.Iterations(5, "1 s", 1);
    private static final ScoreUnit MILLIS = new ScoreUnit("ms/op");

    /** One side: forks of scores, whose level and spread are drawn, too. */
    @Provide
    Arbitrary<List<double[]>> side() {
        Arbitrary<Integer> forks = Arbitraries.integers().between(1, 12);
        Arbitrary<Double> level = Arbitraries.doubles().between(9, 11);
        Arbitrary<Double> spread = Arbitraries.of(0.0, 0.001, 0.01, 0.1);
        return Combinators.combine(forks, level, spread, Arbitraries.longs()).as((count, around, width, seed) -> {
            Random random = new Random(seed);
            return IntStream.range(0, count)
                    .mapToObj(fork -> around * Math.exp(width * random.nextGaussian()))
                    .map(fork -> random.doubles(5)
                            .map(noise -> fork * (1 + width * noise))
                            .toArray())
                    .toList();
        });
    }

    @Property
    void theOrderOfForksDoesNotChangeAVerdict(
            @ForAll("side") List<double[]> baseline,
            @ForAll("side") List<double[]> candidate,
            @ForAll boolean turns,
            @ForAll Random random) {
        List<ForkSamples> first = forks(baseline, turns);
        List<ForkSamples> second = forks(candidate, turns);
        Judgement before = judge(metric(MILLIS, first), metric(MILLIS, second));
        Collections.shuffle(first, random);
        Collections.shuffle(second, random);

        assertSame(before, judge(metric(MILLIS, first), metric(MILLIS, second)));
    }

    @Property
    void swappingTheSidesReversesTheSign(
            @ForAll("side") List<double[]> baseline, @ForAll("side") List<double[]> candidate, @ForAll boolean turns) {
        Judgement there = judge(side(baseline, turns), side(candidate, turns));
        Judgement back = judge(side(candidate, turns), side(baseline, turns));

        assertThat(back.verdict()).isEqualTo(opposite(there.verdict()));
        assertClose(
                Math.log1p(back.change().estimate()), -Math.log1p(there.change().estimate()));
        assertClose(
                Math.log1p(back.change().ci().low()),
                -Math.log1p(there.change().ci().high()));
        assertClose(back.change().p(), there.change().p());
        assertThat(back.forksNeeded()).isEqualTo(there.forksNeeded());
    }

    @Property
    void aRateAndItsReciprocalAreJudgedAlike(
            @ForAll("side") List<double[]> baseline, @ForAll("side") List<double[]> candidate, @ForAll boolean turns) {
        ScoreUnit rate = new ScoreUnit("ops/ms");

        // An odd number of iterations: the median of the reciprocals is the reciprocal of the median.
        Judgement rates = judge(
                mapped(baseline, turns, rate, score -> 1 / score), mapped(candidate, turns, rate, score -> 1 / score));

        assertSame(judge(side(baseline, turns), side(candidate, turns)), rates);
    }

    /** A change of 1 in 10^16 is rounding, not a change, though the forks don't scatter at all. */
    @Example
    void noRoundingIsTakenForAChange() {
        List<double[]> alike = List.of(new double[] {9.01, 9.01}, new double[] {9.01, 9.01}, new double[] {9.01, 9.01});
        Metric micros = mapped(alike, true, new ScoreUnit("us/op"), score -> 1000 * score);

        assertThat(judge(side(alike, true), micros).change().p()).isEqualTo(1);
    }

    @Property
    void theUnitDoesNotChangeAVerdict(
            @ForAll("side") List<double[]> baseline, @ForAll("side") List<double[]> candidate, @ForAll boolean turns) {
        Metric micros = mapped(candidate, turns, new ScoreUnit("us/op"), score -> 1000 * score);

        Judgement mixed = judge(side(baseline, turns), micros);

        Judgement same = judge(side(baseline, turns), side(candidate, turns));
        assertSame(same, mixed);
        assertThat(mixed.candidate().score()).isCloseTo(same.candidate().score(), within(1e-9));
    }

    @Property
    void scalingBothSidesDoesNotChangeAVerdict(
            @ForAll("side") List<double[]> baseline,
            @ForAll("side") List<double[]> candidate,
            @ForAll boolean turns,
            @ForAll @IntRange(min = -6, max = 6) int power) {
        double factor = Math.pow(10, power) / 3;
        Judgement scaled = judge(
                mapped(baseline, turns, MILLIS, score -> factor * score),
                mapped(candidate, turns, MILLIS, score -> factor * score));

        assertSame(judge(side(baseline, turns), side(candidate, turns)), scaled);
    }

    @Property
    void aFileAgainstItselfIsNeverFasterOrSlower(@ForAll("side") List<double[]> side, @ForAll boolean turns) {
        Judgement judgement = judge(side(side, turns), side(side, turns));

        assertThat(judgement.verdict()).isIn(Verdict.UNCHANGED, Verdict.INCONCLUSIVE);
        if (side.size() >= 3) {
            assertThat(judgement.change().estimate()).isZero();
            assertThat(judgement.change().p()).isEqualTo(1);
        }
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
            default -> verdict;
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
                .byJvm(arm("base", baseline), List.of(arm("candidate", candidate)))
                .judgements()
                .get(0);
    }

    private static Arm arm(String name, Metric metric) {
        BenchmarkKey key = new BenchmarkKey("a.B.c", "avgt", new TreeMap<>(), 1);
        Jvm jvm = new Jvm("17", "VM", List.of(), "1.37");
        return Arm.of(
                name,
                null,
                false,
                List.of(new Measured(
                        key, new Settings(PHASE, PHASE), jvm, metric.forks().size(), metric, new TreeMap<>())));
    }
}
