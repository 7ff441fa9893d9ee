package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Effect;
import fanout.compare.Holm;
import fanout.compare.Judgement;
import fanout.compare.VerdictRule;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.Jvm;
import fanout.results.MeasurementSettings;
import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.ListStatistics;

/** The rules of the study are those that the tools use. */
class RuleTest {
    private final Noise noise = new Noise(1, "rules");

    @Test
    void fanoutsVerdictsAreThoseOfAWholeComparison() {
        for (boolean paired : List.of(false, true)) {
            SimulatedScenario scenario = SimulatedScenario.of(5, 0.4, 0.8, Shape.NORMAL, paired);
            List<SimulatedPair> pairs = IntStream.range(0, 20)
                    .mapToObj(i -> SimulatedPair.simulate(scenario, noise).slower(0.01 * i))
                    .toList();
            List<Effect> effects = pairs.stream().map(Rule::effect).toList();
            double[] adjusted =
                    Holm.adjust(effects.stream().mapToDouble(Effect::p).toArray());
            Comparison comparison = new Comparisons(VerdictRule.CRITERIA, false, null)
                    .byJvm(
                            resultSet(
                                    "a",
                                    pairs.stream()
                                            .map(SimulatedPair::baselineMetric)
                                            .toList()),
                            List.of(resultSet(
                                    "b",
                                    pairs.stream()
                                            .map(SimulatedPair::candidateMetric)
                                            .toList())));
            assertThat(comparison.judgements())
                    .extracting(Judgement::verdict)
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> VerdictRule.verdict(effects.get(i), adjusted[i]))
                            .toList());
            assertThat(comparison.judgements())
                    .allMatch(judgement -> judgement.change().paired() == paired);
        }
    }

    @Test
    void jmhsIntervalIsAsWideAsInJmh() {
        double[] scores =
                SimulatedPair.pooled(SimulatedPair.simulate(SimulatedScenario.of(3, 0.4, 0, Shape.NORMAL, false), noise)
                        .baseline());
        double expected = new ListStatistics(scores).getMeanErrorAt(0.999);
        assertThat(Rule.jmhError(scores)).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void everyRuleSeesALargeChangeOnTheRightSide() {
        SimulatedPair pair = SimulatedPair.simulate(SimulatedScenario.of(20, 0.9, 0.8, Shape.NORMAL, false), noise);
        for (Rule rule : Rule.values()) {
            assertThat(rule.alarm(pair.slower(0.5), noise)).as(rule.toString()).isEqualTo(1);
            assertThat(rule.alarm(pair.slower(-0.5), noise)).as(rule.toString()).isEqualTo(-1);
            assertThat(rule.alarm(new SimulatedPair(pair.baseline(), pair.baseline(), false), noise))
                    .as(rule.toString())
                    .isZero();
        }
    }

    private static ResultSet resultSet(String name, List<Metric> metrics) {
        MeasurementSettings.Phase iterations = new MeasurementSettings.Phase(10, "1 s", 1);
        List<BenchmarkSamples> measured = IntStream.range(0, metrics.size())
                .mapToObj(i -> new BenchmarkSamples(
                        new BenchmarkKey(String.format("b%02d", i), "avgt", new TreeMap<>(), 1),
                        new MeasurementSettings(iterations, iterations),
                        new Jvm("17", "", List.of(), "1.37"),
                        5,
                        metrics.get(i),
                        new TreeMap<>()))
                .toList();
        return ResultSet.of(name, null, false, measured);
    }
}
