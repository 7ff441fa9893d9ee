package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.results.JmhJson;
import fanout.results.ResultSet;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictSentenceTest {
    private static final double[][] SCATTERED = {{8, 8, 8}, {10, 10, 10}, {13, 13, 13}};
    private static final Comparisons COMPARISONS = new Comparisons(Criteria.DEFAULT, false, null);

    private static ResultSet resultSet(String name, boolean control, Entry... entries) throws Exception {
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        return ResultSet.of(name, null, control, JmhJson.read(new ByteArrayInputStream(json), name));
    }

    private static ResultSet resultSet(String name, Entry... entries) throws Exception {
        return resultSet(name, false, entries);
    }

    private static Entry bench(String method, double level, int seed) {
        return new Entry("a.Bench." + method, Entry.forks(5, level, seed));
    }

    /**
     * Benchmarks a, b, c...: for s one that is slower than the baseline's, for f faster, u unchanged, n not slower,
     * m not faster, i inconclusive.
     */
    private static Entry[] benches(String verdicts) {
        return IntStream.range(0, verdicts.length())
                .mapToObj(index -> bench("" + (char) ('a' + index), verdicts.charAt(index)))
                .toArray(Entry[]::new);
    }

    private static Entry bench(String method, char verdict) {
        return switch (verdict) {
            case 's' -> bench(method, 20, 1);
            case 'f' -> bench(method, 5, 1);
            case 'u' -> bench(method, 10, 1);
            case 'n' -> bench(method, 9.75, 1);
            case 'm' -> bench(method, 10.25, 1);
            default -> new Entry("a.Bench." + method, SCATTERED);
        };
    }

    private static ResultSet candidate(String name, String verdicts) throws Exception {
        return resultSet(name, benches(verdicts));
    }

    /** What {@link #candidate} is compared with. */
    private static Comparison compared(String baseline, ResultSet... candidates) throws Exception {
        Entry[] entries = candidates[0].benchmarks().keySet().stream()
                .map(key -> bench(key.method(), 10, 1))
                .toArray(Entry[]::new);
        return COMPARISONS.byJvm(resultSet(baseline, entries), List.of(candidates));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ffiii | JDK 25 is faster than JDK 17: a 50.0 % and b 50.0 %. Not known: c, d and e.
        fffff | JDK 25 is faster than JDK 17: a 50.0 %, b 50.0 %, c 50.0 % and 2 more.
        fu    | JDK 25 is faster than JDK 17: a 50.0 %. Unchanged: b.
        sf    | JDK 25 is slower than JDK 17: a 2.00×; faster: b 50.0 %.
        ssfui | JDK 25 is slower than JDK 17: a 2.00× and b 2.00×; faster: c 50.0 %. Unchanged: d. Not known: e.
        suuii | JDK 25 is slower than JDK 17: a 2.00×. Unchanged: b and c. Not known: d and e.
        ss    | JDK 25 is slower than JDK 17: a 2.00× and b 2.00×.
        sss   | JDK 25 is slower than JDK 17: a 2.00×, b 2.00× and c 2.00×.
        ii    | It is not known whether JDK 25 is as fast as JDK 17: both benchmarks are inconclusive.
        uuu   | JDK 25 is as fast as JDK 17 in all 3 benchmarks, within the threshold of 3 %.
        uui   | JDK 25 is as fast as JDK 17 in 2 of 3 benchmarks, within the threshold of 3 %; 1 is inconclusive.
        iii   | It is not known whether JDK 25 is as fast as JDK 17: all 3 benchmarks are inconclusive.
        u     | JDK 25 is as fast as JDK 17, within the threshold of 3 %.
        i     | It is not known whether JDK 25 is as fast as JDK 17: the only benchmark is inconclusive.
        n     | JDK 25 is not slower than JDK 17, within the threshold of 3 %; whether it is faster is not known.
        m     | JDK 25 is not faster than JDK 17, within the threshold of 3 %; whether it is slower is not known.
        nn    | JDK 25 is not slower than JDK 17 in any of 2 benchmarks, within the threshold of 3 %.
        unnu  | JDK 25 is not slower than JDK 17 in any of 4 benchmarks, within the threshold of 3 %; 2 are unchanged.
        uni   | JDK 25 is as fast as JDK 17 in 1 of 3 benchmarks, within the threshold of 3 %; 1 is not slower and 1 is inconclusive.
        nmi   | JDK 25 is not slower than JDK 17 in 1 of 3 benchmarks, within the threshold of 3 %; 1 is not faster and 1 is inconclusive.
        mm    | JDK 25 is not faster than JDK 17 in both benchmarks, within the threshold of 3 %.
        funn  | JDK 25 is faster than JDK 17: a 50.0 %. Unchanged: b. Not slower: c and d.
        snm   | JDK 25 is slower than JDK 17: a 2.00×. Not slower: b. Not faster: c.
        s     | JDK 25 is slower than JDK 17 (2.00×).
        f     | JDK 25 is faster than JDK 17 (-50.0 %).
        """)
    void theSentenceAnswersForTwoJvms(String verdicts, String answer) throws Exception {
        Comparison comparison = compared("17", candidate("25", verdicts));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Is JDK 25 as fast as JDK 17?");
        assertThat(VerdictSentence.answer(comparison)).isEqualTo(answer);
    }

    /** A label is what its author wrote; only a bare number asks for a word before it. */
    @ParameterizedTest
    @CsvSource({"tuned, base", "25-zgc, 25.0.1", "JDK 25, 017", "125, v8"})
    void aLabelThatIsNoFeatureVersionStaysAsItIs(String candidate, String baseline) throws Exception {
        Comparison comparison = compared(baseline, candidate(candidate, "sf"));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Is " + candidate + " as fast as " + baseline + "?");
        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo(candidate + " is slower than " + baseline + ": a 2.00×; faster: b 50.0 %.");
    }

    @Test
    void theSentenceAnswersForEachOfSeveralJvms() throws Exception {
        Comparison comparison =
                compared("17", candidate("21", "sui"), candidate("25", "ffu"), candidate("tuned", "uuu"));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Are JDK 21, JDK 25 and tuned as fast as JDK 17?");
        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("JDK 21 is slower than JDK 17: a 2.00×. Unchanged: b. Not known: c."
                        + " JDK 25 is faster than JDK 17: a 50.0 % and b 50.0 %. Unchanged: c."
                        + " tuned is as fast as JDK 17 in all 3 benchmarks, within the threshold of 3 %.");
    }

    @Test
    void ofManyBenchmarksThoseWithoutAChangeAreCounted() throws Exception {
        assertThat(VerdictSentence.answer(compared("17", candidate("25", "fuuuuuuni"))))
                .isEqualTo("JDK 25 is faster than JDK 17: a 50.0 %. Unchanged: 6. Not slower: 1. Not known: 1.");
    }

    /** One sentence says it for all, and what would help. */
    @ParameterizedTest
    @CsvSource({"1, one fork", "2, 2 forks"})
    void tooFewForksAreTheAnswer(int forks, String words) throws Exception {
        Comparison comparison = COMPARISONS.byJvm(
                resultSet("17", new Entry("a.Bench.a", Entry.forks(forks, 10, 1))),
                List.of(resultSet("25", new Entry("a.Bench.a", Entry.forks(5, 20, 1)))));
        String sentence = "No verdicts: " + words + " a side, 3 are needed (-f 3, or run --rounds 5)";

        assertThat(VerdictSentence.answer(comparison)).isEqualTo(sentence + ".");
        assertThat(ReportText.headline(comparison)).isEqualTo(sentence);
    }

    @Test
    void theControlIsNoCandidate() throws Exception {
        ResultSet control = resultSet("17-control", true, bench("a", 10, 2));
        Comparison comparison = COMPARISONS.byJvm(
                resultSet("17", bench("a", 10, 1)), List.of(control, resultSet("25", bench("a", 5, 1))));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Is JDK 25 as fast as JDK 17?");
        assertThat(VerdictSentence.answer(comparison)).isEqualTo("JDK 25 is faster than JDK 17 (-50.0 %).");
    }

    @Test
    void theControlAloneGivesNoAnswer() throws Exception {
        Comparison comparison = COMPARISONS.byJvm(
                resultSet("17", bench("a", 10, 1)), List.of(resultSet("17-control", true, bench("a", 10, 2))));

        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("There is no answer: only the control was compared, which is the same JVM.");
    }

    private static Comparison strategies(String verdicts) throws Exception {
        Entry[] others = benches(verdicts);
        Entry[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = bench("pool", 10, 1);
        return COMPARISONS.byStrategy("pool", List.of(resultSet("25", all)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        f    | On JDK 25, a (-50.0 %) is faster than pool.
        ffs  | On JDK 25, a (-50.0 %) and b (-50.0 %) are faster than pool; c (2.00×) is slower.
        fsui | On JDK 25, a (-50.0 %) is faster than pool; b (2.00×) is slower; c is as fast; d is inconclusive.
        uuu  | On JDK 25, a, b and c are as fast as pool, within 3 %.
        ui   | On JDK 25, a is as fast as pool, within 3 %; b is inconclusive.
        s    | On JDK 25, a (2.00×) is slower than pool.
        funm | On JDK 25, a (-50.0 %) is faster than pool; b is as fast; c is not slower; d is not faster.
        ni   | On JDK 25, a is not slower than pool, within 3 %; b is inconclusive.
        i    | On JDK 25, the comparison of a with pool is inconclusive.
        iii  | On JDK 25, the comparison of a, b and c with pool is inconclusive.
        """)
    void theSentenceAnswersForStrategies(String verdicts, String answer) throws Exception {
        Comparison comparison = strategies(verdicts);

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Which method is the fastest, compared with pool?");
        assertThat(VerdictSentence.answer(comparison)).isEqualTo(answer);
    }

    /** Only the methods of Fanout's own benchmarks are ways to fan out. */
    @Test
    void theQuestionIsForAWayOnlyAmongFanoutsOwnBenchmarks() throws Exception {
        ResultSet ours = resultSet(
                "25",
                new Entry("fanout.benchmark.FanOutBenchmark.a", Entry.forks(5, 10, 1)),
                new Entry("fanout.benchmark.FanOutBenchmark.b", Entry.forks(5, 10, 2)));

        assertThat(VerdictSentence.question(COMPARISONS.byStrategy("a", List.of(ours))))
                .isEqualTo("Which way is the fastest, compared with a?");
    }

    @Test
    void theSentenceAnswersForStrategiesOnEachJvm() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool",
                List.of(
                        resultSet("17", bench("pool", 10, 1), bench("async", 5, 1)),
                        resultSet("tuned", bench("pool", 10, 1), bench("async", 20, 1))));

        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("On JDK 17, async (-50.0 %) is faster than pool. On tuned, async (2.00×) is slower than"
                        + " pool.");
    }

    /** The floor is not something to choose, so no benchmark has it as its answer. */
    @Test
    void theFloorIsNotAWayToFanOut() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool",
                List.of(resultSet(
                        "25",
                        bench("pool", 10, 1),
                        bench("async", 5, 2),
                        bench("socketFloor", 2, 3),
                        bench("jdk", 30, 4))));

        assertThat(VerdictSentence.answer(comparison))
                .matches("On JDK 25, async \\(.+\\) is faster than pool; jdk \\(.+×\\) is slower\\.");
    }

    @Test
    void theFloorAloneIsNamed() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool", List.of(resultSet("25", bench("pool", 10, 1), bench("socketFloor", 5, 1))));

        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("On JDK 25, socketFloor (-50.0 %) is faster than pool.");
    }

    @Test
    void twoComparisonsAreCalledBoth() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool",
                List.of(resultSet(
                        "25",
                        bench("pool", 10, 1).with("params", Map.of("delay", "0")),
                        bench("pool", 10, 1).with("params", Map.of("delay", "9")),
                        bench("async", 5, 1).with("params", Map.of("delay", "0")),
                        bench("async", 5, 1).with("params", Map.of("delay", "9")))));

        assertThat(VerdictSentence.answer(comparison)).isEqualTo("Both comparisons with pool are faster.");
    }

    @Test
    void manyStrategiesAreCounted() throws Exception {
        assertThat(VerdictSentence.answer(strategies("uuuuuuuuuuu")))
                .isEqualTo("All 11 comparisons with pool are unchanged.");
        assertThat(VerdictSentence.answer(strategies("ssfuuuuuuii")))
                .isEqualTo("Of 11 comparisons with pool, 2 are slower, 1 is faster, 6 are unchanged and 2 are"
                        + " inconclusive.");
        assertThat(VerdictSentence.answer(strategies("fffffffffss")))
                .isEqualTo("Of 11 comparisons with pool, 2 are slower and 9 are faster.");
        assertThat(VerdictSentence.answer(strategies("fffffffffnm")))
                .isEqualTo("Of 11 comparisons with pool, 9 are faster, 1 is not slower and 1 is not faster.");
    }

    /** Otherwise one name would stand for several conditions. */
    @Test
    void strategiesUnderSeveralConditionsAreCounted() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool",
                List.of(resultSet(
                        "25",
                        bench("pool", 10, 1).with("params", Map.of("delay", "0")),
                        bench("pool", 10, 1).with("params", Map.of("delay", "9")),
                        bench("async", 5, 1).with("params", Map.of("delay", "0")),
                        bench("async", 20, 1).with("params", Map.of("delay", "9")))));

        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("Of 2 comparisons with pool, 1 is slower and 1 is faster.");
    }

    /** The others are compared with the first method then. */
    @Test
    void theFirstMethodIsNamedIfTheBaselineIsMissing() throws Exception {
        Comparison comparison =
                COMPARISONS.byStrategy("pool", List.of(resultSet("25", bench("async", 5, 2), bench("jdk", 30, 4))));

        assertThat(VerdictSentence.question(comparison)).endsWith("compared with async?");
    }
}
