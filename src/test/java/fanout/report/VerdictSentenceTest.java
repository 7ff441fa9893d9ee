package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.results.Arm;
import fanout.results.JmhJson;
import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictSentenceTest {
    private static final Comparisons COMPARISONS = new Comparisons(Criteria.DEFAULT, false, null);

    private static Arm arm(String name, Entry... entries) throws Exception {
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        return Arm.of(name, null, false, JmhJson.read(new ByteArrayInputStream(json), name));
    }

    private static Entry bench(String method, double level, int seed) {
        return new Entry("a.Bench." + method, Entry.forks(5, level, seed));
    }

    @Test
    void theSentenceForTwoJvmsCountsTheBenchmarks() throws Exception {
        Comparison comparison = COMPARISONS.byJvm(
                arm("17", bench("one", 10, 1), bench("two", 10, 2)),
                List.of(arm("25", bench("one", 20, 3), bench("two", 5, 4))));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Is 25 as fast as 17?");
        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo("25 is slower than 17 in 1 of 2 benchmarks, faster in 1, unchanged in 0;"
                        + " in 0 neither is shown.");
    }

    @Test
    void theSentenceForSeveralJvmsNamesEachJvm() throws Exception {
        Comparison comparison = COMPARISONS.byJvm(
                arm("17", bench("one", 10, 1)),
                List.of(arm("21", bench("one", 20, 2)), arm("25", bench("one", 5, 3)), arm("26", bench("one", 5, 3))));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Are 21, 25 and 26 as fast as 17?");
        assertThat(VerdictSentence.answer(comparison))
                .isEqualTo(
                        "Against 17: 21 is slower in 1 of 1 benchmark and faster in 0; 25 is slower in 0 of 1 benchmark"
                                + " and faster in 1; 26 is slower in 0 of 1 benchmark and faster in 1.");
    }

    /** The floor is not a strategy to choose, so it is left out of the answer. */
    @Test
    void theSentenceForStrategiesNamesEachStrategy() throws Exception {
        Comparison comparison = COMPARISONS.byStrategy(
                "pool",
                List.of(arm(
                        "25",
                        bench("pool", 10, 1),
                        bench("async", 5, 2),
                        bench("socketFloor", 2, 3),
                        bench("jdk", 30, 4))));

        assertThat(VerdictSentence.question(comparison)).isEqualTo("Which way is the fastest, held against pool?");
        assertThat(VerdictSentence.answer(comparison))
                .matches("On 25, against pool: faster: async \\(-[\\d.]+ %\\); slower: jdk \\(\\+[\\d.]+ %\\)\\.");
    }

    @Test
    void theSentenceForManyStrategiesCountsTheVerdicts() throws Exception {
        Entry[] entries = IntStream.range(0, 12)
                .mapToObj(number -> bench("way" + number, 10, 1))
                .toArray(Entry[]::new);

        assertThat(VerdictSentence.answer(COMPARISONS.byStrategy("way0", List.of(arm("25", entries)))))
                .isEqualTo("0 slower, 0 faster, 11 unchanged, 0 inconclusive, of 11 comparisons.");
    }

    /** The others are then compared with the first one, and the question names it. */
    @Test
    void theQuestionNamesTheFirstStrategyIfTheBaselineIsMissing() throws Exception {
        Comparison comparison =
                COMPARISONS.byStrategy("pool", List.of(arm("25", bench("async", 5, 2), bench("jdk", 30, 4))));

        assertThat(VerdictSentence.question(comparison)).endsWith("held against async?");
    }
}
