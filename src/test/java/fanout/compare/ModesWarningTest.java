package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ForkSamples;
import fanout.results.Jvm;
import fanout.results.MeasurementSettings;
import fanout.results.Metric;
import fanout.results.ResultSet;
import fanout.results.Round;
import fanout.results.ScoreUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The warnings for the one case in which the validation study finds the rule wrong too often: forks in two modes. */
class ModesWarningTest {
    private static final double[] THREE = {10, 10.01, 10.02};
    private static final double[] FIVE = {10, 10.01, 10.02, 10.03, 10.04};
    private static final double[] TWO_MODES = {10.01, 10.52, 10.03, 10.02, 10.50, 10.04, 10.51, 10};

    @Test
    void aChangeThatRestsOnThreeForksIsWarnedOf() {
        Judgement judgement = judge(false, THREE, slower(1.2, THREE));
        assertThat(judgement.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judgement.warnings())
                .containsExactly("the change rests on 3 forks a side: too few to see whether forks have two modes,"
                        + " which would make it chance more often than p says");
    }

    @Test
    void aChangeThatRestsOnThreeRoundsIsWarnedOf() {
        assertThat(judge(true, THREE, slower(1.2, 10, 10.02, 10.01)).warnings())
                .singleElement()
                .asString()
                .startsWith("the change rests on 3 rounds: ");
    }

    @Test
    void aChangeThatRestsOnFiveForksIsNotWarnedOf() {
        assertThat(judge(false, FIVE, slower(1.2, FIVE)).warnings()).isEmpty();
    }

    @Test
    void threeForksWithoutAChangeAreNotWarnedOf() {
        assertThat(judge(false, THREE, THREE).warnings()).isEmpty();
        assertThat(judge(false, THREE, slower(1.02, THREE)).warnings()).isEmpty();
    }

    @Test
    void fewerThanThreeForksAreNotWarnedOfAChange() {
        assertThat(judge(false, new double[] {10, 10.01}, 12, 12.01).warnings()).isEmpty();
    }

    @Test
    void forksInTwoModesAreNamed() {
        double[] even = {10, 10.01, 10.02, 10.03, 10.04, 10.05, 10.06, 10.07};
        assertThat(groups(judge(false, even, TWO_MODES)))
                .containsExactly("the forks of the candidate fall into two groups, 5 fast and 3 slow, 4.9 % apart:"
                        + " the mean of both describes neither");
        assertThat(groups(judge(false, TWO_MODES, even)))
                .singleElement()
                .asString()
                .startsWith("the forks of the baseline fall into two groups, 5 fast and 3 slow");
    }

    @Test
    void pairedForksInTwoModesAreJudgedByTheirRounds() {
        assertThat(groups(judge(true, TWO_MODES, slower(1.1, TWO_MODES)))).isEmpty();
        assertThat(groups(judge(true, new double[] {10, 10, 10, 10, 10, 10, 10, 10}, TWO_MODES)))
                .containsExactly("the rounds fall into two groups, 5 fast and 3 slow, 4.9 % apart:"
                        + " the mean of both describes neither");
    }

    /** The warnings of two groups; another warning may name an outlier. */
    private static List<String> groups(Judgement judgement) {
        return judgement.warnings().stream()
                .filter(warning -> warning.contains("two groups"))
                .toList();
    }

    private static double[] slower(double factor, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> factor * scores[i])
                .toArray();
    }

    private static Judgement judge(boolean paired, double[] baseline, double... candidate) {
        return new Comparisons(Criteria.DEFAULT, false, null)
                .byJvm(resultSet("a", paired, baseline), List.of(resultSet("b", paired, candidate)))
                .judgements()
                .get(0);
    }

    /** A result set with one fork for each score. */
    private static ResultSet resultSet(String name, boolean paired, double... scores) {
        List<ForkSamples> forks = IntStream.range(0, scores.length)
                .mapToObj(i -> new ForkSamples(paired ? new Round("run", i) : null, scores[i]))
                .toList();
        MeasurementSettings.Phase iterations = new MeasurementSettings.Phase(1, "1 s", 1);
        BenchmarkSamples measured = new BenchmarkSamples(
                new BenchmarkKey("a.B.c", "avgt", new TreeMap<>(), 1),
                new MeasurementSettings(iterations, iterations),
                new Jvm("17", "", List.of(), "1.37"),
                scores.length,
                new Metric("", new ScoreUnit("ms/op"), Double.NaN, forks),
                new TreeMap<>());
        return ResultSet.of(name, null, false, List.of(measured));
    }
}
