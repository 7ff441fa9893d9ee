package fanout.cli;

import static fanout.cli.CommandLineSession.compare;
import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secondary metric that is no time is not slower or faster but higher or lower, and may be 0. */
class AmountsTest {
    private static final String METRIC = "some.metric";
    private static final double[] ZEROS = {0, 0, 0, 0};

    @TempDir
    Path folder;

    private JsonNode judged(String unit, double[][] baseline, double[][] candidate) throws Exception {
        JsonNode benchmarks = compareToJson(
                        "--metric", METRIC, file("base", unit, baseline), file("candidate", unit, candidate))
                .get("benchmarks");
        assertThat(benchmarks.get(1).get("metric").asText()).isEqualTo(METRIC);
        return benchmarks.get(1);
    }

    private String file(String name, String unit, double[]... forks) {
        return Entry.write(
                        folder.resolve(name + ".json"),
                        new Entry("a.Bench.parse", Entry.forks(5, 10, 1)).secondary(METRIC, unit, forks))
                .toString();
    }

    private static double[][] forks(double level) {
        return Entry.forks(5, level, 1);
    }

    private static double[][] zeros(int forks) {
        double[][] zeros = new double[forks][];
        Arrays.fill(zeros, ZEROS);
        return zeros;
    }

    @ParameterizedTest
    @CsvSource({
        "B/op,       higher, lower,  not-higher, not-lower,  unchanged",
        "MB/sec,     higher, lower,  not-higher, not-lower,  unchanged",
        "insns/clk,  higher, lower,  not-higher, not-lower,  unchanged",
        "#/op,       higher, lower,  not-higher, not-lower,  unchanged",
        "counts,     higher, lower,  not-higher, not-lower,  unchanged",
        "requests,   higher, lower,  not-higher, not-lower,  unchanged",
        "requests/s, higher, lower,  not-higher, not-lower,  unchanged",
        "us/op,      slower, faster, not-slower, not-faster, unchanged",
        "us/request, slower, faster, not-slower, not-faster, unchanged",
        "ms,         slower, faster, not-slower, not-faster, unchanged",
        "ops/s,      faster, slower, not-faster, not-slower, unchanged"
    })
    void theUnitDecidesOnTheWord(String unit, String up, String down, String notUp, String notDown, String same)
            throws Exception {
        assertThat(judged(unit, forks(10), forks(11)).get("verdict").asText()).isEqualTo(up);
        assertThat(judged(unit, forks(11), forks(10)).get("verdict").asText()).isEqualTo(down);
        assertThat(judged(unit, forks(10), forks(9.75)).get("verdict").asText()).isEqualTo(notUp);
        assertThat(judged(unit, forks(10), forks(10.25)).get("verdict").asText())
                .isEqualTo(notDown);
        assertThat(judged(unit, forks(10), forks(10)).get("verdict").asText()).isEqualTo(same);
    }

    @Test
    void sentencesHaveTheSameWords() throws Exception {
        assertThat(judged("B/op", forks(10), forks(11)).get("reason").asText()).startsWith("10.0 % higher (95 %");
        assertThat(judged("B/op", forks(10), forks(9.75)).get("reason").asText())
                .startsWith("2.5 % lower (90 %")
                .contains(": not higher by 3.0 % or more, but lower (p ");
    }

    @ParameterizedTest
    @CsvSource({
        "text, '%  higher'",
        "markdown, **higher**",
        "html, href=\"#higher\"",
        "html, '<dt>higher, lower</dt>'",
        "text, +5 % is 5 % higher"
    })
    void eachFormatHasTheWord(String format, String word) {
        String base = file("base", "B/op", forks(10));

        assertThat(compare("--format", format, "--metric", METRIC, base, file("candidate", "B/op", forks(11)))
                        .out())
                .contains(word);
        assertThat(compare("--format", format, base, file("candidate", "B/op", forks(11)))
                        .out())
                .doesNotContain(word);
    }

    @ParameterizedTest
    @CsvSource({"B/op, higher, lower", "us/op, slower, faster", "ops/s, faster, slower"})
    void fromZeroIsAChangeWithoutAPercentage(String unit, String from, String to) throws Exception {
        JsonNode grown = judged(unit, zeros(5), forks(24));

        assertThat(grown.get("verdict").asText()).isEqualTo(from);
        assertThat(grown.get("change").isNull()).isTrue();
        assertThat(grown.at("/ci/0").isNull()).isTrue();
        assertThat(grown.get("p").isNull()).isTrue();
        assertThat(grown.get("reason").asText())
                .isEqualTo("0 in each of 5 forks of the baseline, above 0 in each of 5 of the candidate: a change from"
                        + " or to 0 has no percentage");
        assertThat(judged(unit, forks(24), zeros(4)).get("verdict").asText()).isEqualTo(to);
        assertThat(judged(unit, forks(24), zeros(4)).get("reason").asText())
                .startsWith("0 in each of 4 forks of the candidate, above 0 in each of 5 of the baseline: ");
    }

    @Test
    void zeroOnBothSidesIsUnchanged() throws Exception {
        JsonNode judged = judged("B/op", zeros(5), zeros(3));

        assertThat(judged.get("verdict").asText()).isEqualTo("unchanged");
        assertThat(judged.get("reason").asText()).isEqualTo("0 in each fork of both sides");
        assertThat(judged.has("judgedBy")).isFalse();
    }

    @Test
    void someZerosAreStillNotJudged() throws Exception {
        double[][] some = forks(24);
        some[2] = ZEROS;

        assertThat(judged("B/op", some, forks(24)).get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judged("B/op", zeros(5), some).get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judged("B/op", zeros(2), forks(24)).get("verdict").asText()).isEqualTo("inconclusive");
    }

    /** The score itself is a time, and a time of 0 is none. */
    @Test
    void aScoreOfZeroIsNotJudged() throws Exception {
        Entry.write(folder.resolve("zero.json"), new Entry("a.Bench.parse", zeros(5)));

        JsonNode judged = compareToJson(folder.resolve("zero.json").toString(), file("candidate", "B/op", forks(24)))
                .at("/benchmarks/0");

        assertThat(judged.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judged.get("reason").asText()).startsWith("not judged: a score is not a positive number");
    }
}
