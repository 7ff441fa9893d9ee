package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores that no verdict can rest on, though the medians of the forks look fine. */
class RefusedScoresTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0.0", "-5, -5.0", "+INF, Infinity", "NaN, NaN"})
    void anIterationThatIsNoPositiveNumberIsNamed(String score, String shown) throws Exception {
        Object[][] raw = {{10.11, 10.22, 10.33}, {10.13, 10.24, score}, {10.15, 10.26, 10.37}};
        String base = write("base", new Entry(NAME).primary("rawData", numbers(raw)));
        String other = write("candidate", new Entry(NAME, Entry.forks(3, 10, 1)));

        JsonNode judgement = compareToJson(base, other).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judgement.get("change").isNull()).isTrue();
        assertThat(judgement.get("reason").asText())
                .isEqualTo("not judged: a score is not a positive number: iteration 3 of fork 2 of the baseline has "
                        + shown);
    }

    /** JMH writes numbers as numbers, and what is none as text. */
    private static Object[][] numbers(Object[][] raw) {
        String score = raw[1][2].toString();
        raw[1][2] = score.matches("-?\\d+") ? (Object) Integer.valueOf(score) : score;
        return raw;
    }

    @Test
    void aSecondaryMetricMayBeZeroForAWhile() throws Exception {
        double[][] pauses = {{0, 3, 4}, {0, 4, 5}, {1, 3, 6}};
        Entry one = new Entry(NAME, Entry.forks(3, 10, 1)).secondary("gc.time", "ms", pauses);
        Entry two = new Entry(NAME, Entry.forks(3, 10, 2)).secondary("gc.time", "ms", pauses);

        JsonNode json = compareToJson("--metric", "gc", write("base", one), write("candidate", two));

        assertThat(json.at("/benchmarks/1/change").isNumber()).isTrue();
    }

    /** Three forks of 10 ms against three of 11 ms would be slower with p 0. */
    @Test
    void timesThatDoNotVaryAreNotSureOfAnything() throws Exception {
        double[] ten = {10, 10, 10};
        double[] eleven = {11, 11, 11};
        String base = write("base", new Entry(NAME, ten, ten, ten));

        JsonNode slower = compareToJson(base, write("candidate", new Entry(NAME, eleven, eleven, eleven)));
        JsonNode same = compareToJson(base, write("same", new Entry(NAME, ten, ten, ten)));

        for (JsonNode judgement : new JsonNode[] {slower.at("/benchmarks/0"), same.at("/benchmarks/0")}) {
            assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
            assertThat(judgement.get("reason").asText())
                    .isEqualTo(
                            "not judged: the forks don't vary at all, so it can't be estimated how much others would");
            assertThat(judgement.get("p").isNull()).isTrue();
            assertThat(judgement.get("warnings")).isEmpty();
        }
    }

    @Test
    void oneSideThatVariesIsEnough() throws Exception {
        double[] ten = {10, 10, 10};
        String base = write("base", new Entry(NAME, ten, ten, ten));

        JsonNode json = compareToJson(base, write("candidate", new Entry(NAME, Entry.forks(3, 12, 1))));

        assertThat(json.at("/benchmarks/0/verdict").asText()).isEqualTo("slower");
    }

    /** Each fork allocates the same number of bytes. */
    @Test
    void whatIsCountedMayBeTheSameInEachFork() throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(3, 10, 1)).secondary("gc.norm", "B/op", bytes(24)));
        String other = write("other", new Entry(NAME, Entry.forks(3, 10, 2)).secondary("gc.norm", "B/op", bytes(32)));

        JsonNode allocated = compareToJson("--metric", "gc", base, other).at("/benchmarks/1");

        assertThat(allocated.get("verdict").asText()).isNotEqualTo("inconclusive");
        assertThat(allocated.get("change").asDouble()).isGreaterThan(0.3);
    }

    private static double[][] bytes(double perOp) {
        return new double[][] {{perOp, perOp}, {perOp, perOp}, {perOp, perOp}};
    }

    private String write(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }
}
