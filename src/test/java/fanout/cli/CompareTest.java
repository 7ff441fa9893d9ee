package fanout.cli;

import static fanout.cli.CommandLineSession.compare;
import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} from outside: its arguments, its output and its exit code. */
class CompareTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @BeforeEach
    void results() {
        file("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        file("same", new Entry(NAME, Entry.forks(5, 10, 2)));
        file("slow", new Entry(NAME, Entry.forks(5, 12, 3)));
        file("fast", new Entry(NAME, Entry.forks(5, 8, 4)));
        file("gain", new Entry(NAME, Entry.forks(5, 9.75, 1)));
        file("loss", new Entry(NAME, Entry.forks(5, 10.25, 1)));
        file("few", new Entry(NAME, Entry.forks(2, 12, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "slow, slower,       SLOWER,       1",
        "slow, slower,       never,        0",
        "slow, slower,       Inconclusive, 1",
        "fast, faster,       slower,       0",
        "same, unchanged,    inconclusive, 0",
        "gain, not-slower,   slower,       0",
        "gain, not-slower,   inconclusive, 0",
        "loss, not-faster,   slower,       0",
        "loss, not-faster,   inconclusive, 1",
        "loss, not-faster,   never,        0",
        "few,  inconclusive, slower,       0",
        "few,  inconclusive, inconclusive, 1",
        "few,  inconclusive, never,        0"
    })
    void theExitCodeFollowsFromTheVerdict(String candidate, String verdict, String failOn, int status)
            throws Exception {
        CommandLineSession session = compare("--format", "JSON", "--fail-on", failOn, path("base"), path(candidate));

        assertThat(session.json().at("/benchmarks/0/verdict").asText()).isEqualTo(verdict);
        assertThat(session.status()).isEqualTo(status);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void fewerThanThreeForksAreNeverEnough() throws Exception {
        JsonNode judgement = benchmarks(compare("--format", "json", path("base"), path("few")))
                .get(0);

        assertThat(judgement.get("reason").asText()).isEqualTo("only 2 forks on a side, where a verdict takes 3");
        assertThat(judgement.get("pAdjusted").isNull()).isTrue();
    }

    @Test
    void aClassWithoutTheBaselineIsComparedWithItsFirstMethod() throws Exception {
        file(
                "classes",
                new Entry("a.One.blockingThreadPool", Entry.forks(5, 10, 1)),
                new Entry("a.One.other", Entry.forks(5, 12, 2)),
                new Entry("a.Two.second", Entry.forks(5, 10, 3)),
                new Entry("a.Two.third", Entry.forks(5, 8, 4)));

        JsonNode judged = benchmarks(compare("--by", "strategy", "--format", "json", path("classes")));

        assertThat(judged.findValuesAsText("benchmark")).containsExactly("a.One", "a.Two");
        assertThat(judged.findValuesAsText("baseline")).containsExactly("blockingThreadPool", "second");
        assertThat(judged.findValuesAsText("candidate")).containsExactly("other", "third");
        assertThat(judged.findValuesAsText("verdict")).containsExactly("slower", "faster");
    }

    /** A client's name is not a parameter: registered clients are compared with each other and with Fanout's. */
    @Test
    void eachRegisteredClientIsAStrategyOfItsOwn() throws Exception {
        file(
                "clients",
                new Entry("a.One.blockingThreadPool", Entry.forks(5, 10, 1)).with("params", Map.of("requests", "9")),
                new Entry("a.One.yourClient", Entry.forks(5, 12, 2))
                        .with("params", Map.of("requests", "9", "client", "mine")),
                new Entry("a.One.yourClient", Entry.forks(5, 8, 3))
                        .with("params", Map.of("requests", "9", "client", "theirs")));

        JsonNode judged = benchmarks(compare("--by", "strategy", "--format", "json", path("clients")));
        JsonNode other = benchmarks(
                compare("--by", "strategy", "--baseline", "yourClient(mine)", "--format", "json", path("clients")));

        assertThat(judged.findValuesAsText("candidate")).containsExactly("yourClient(mine)", "yourClient(theirs)");
        assertThat(judged.findValuesAsText("verdict")).containsExactly("slower", "faster");
        assertThat(other.findValuesAsText("candidate")).containsExactly("blockingThreadPool", "yourClient(theirs)");
    }

    @Test
    void aFileAgainstItselfIsNeitherSlowerNorFaster() throws Exception {
        CommandLineSession session = compare("--format", "json", path("base"), path("base"));

        assertThat(benchmarks(session).findValuesAsText("change")).containsExactly("0.0");
        assertThat(benchmarks(session).findValuesAsText("verdict")).containsExactly("unchanged");
        assertThat(session.json().at("/candidates/0").asText()).endsWith(":base#2");
        assertThat(session.status()).isZero();
    }

    @Test
    void resultsThatWereNotMeasuredInTurnsCarryAWarning() throws Exception {
        JsonNode json = compareToJson(path("base"), path("slow"));

        assertThat(json.at("/warnings/0").asText()).startsWith("not measured in turns: ");
    }

    @Test
    void theJsonFollowsThePublishedSchema() throws Exception {
        JsonNode json = compareToJson(path("base"), path("slow"));

        assertThat(names(json))
                .containsExactly(
                        "schema",
                        "tool",
                        "by",
                        "alpha",
                        "confidence",
                        "threshold",
                        "changeUnit",
                        "baseline",
                        "candidates",
                        "verdicts",
                        "machines",
                        "environment",
                        "warnings",
                        "onlyInBaseline",
                        "onlyInCandidate",
                        "benchmarks");
        assertThat(names(json.at("/benchmarks/0")))
                .contains(
                        "benchmark",
                        "mode",
                        "params",
                        "metric",
                        "unit",
                        "candidate",
                        "baselineScore",
                        "candidateScore",
                        "baselineForks",
                        "candidateForks",
                        "paired",
                        "change",
                        "ci",
                        "p",
                        "pAdjusted",
                        "verdict",
                        "reason",
                        "forksNeeded",
                        "warnings");
        assertThat(json.at("/benchmarks/0/change").asDouble()).isBetween(0.18, 0.22);
        assertThat(json.at("/baseline").asText()).isEqualTo("base");
    }

    @ParameterizedTest
    @CsvSource({"text, slower", "markdown, **slower**", "json, slower", "html, slower</td>"})
    void eachFormatNamesTheVerdict(String format, String verdict) {
        CommandLineSession session = compare("--format", format, path("base"), path("slow"));

        assertThat(session.out())
                .contains(verdict)
                .contains("parse")
                .endsWith("\n")
                .doesNotContain("\u001b");
    }

    @Test
    void theOutputFlagReplacesAFileAndPrintsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("report.md"), "old");

        CommandLineSession session =
                compare("--format", "markdown", "--output", file.toString(), path("base"), path("slow"));

        assertThat(session.out() + session.err()).isEmpty();
        assertThat(session.status()).isEqualTo(1);
        assertThat(file).content().startsWith("### 1 slower, 0 faster");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("tmp"));
        }
    }

    @Test
    void severalCandidatesAreOneFamily() throws Exception {
        JsonNode benchmarks = benchmarks(compare("--format", "json", path("base"), path("same"), path("slow")));

        assertThat(benchmarks.findValuesAsText("candidate")).containsExactly("same", "slow");
        double p = benchmarks.at("/1/p").asDouble();
        assertThat(benchmarks.at("/1/pAdjusted").asDouble()).isEqualTo(2 * p);
        assertThat(benchmarks.at("/0/pAdjusted").asDouble())
                .isEqualTo(benchmarks.at("/0/p").asDouble());
    }

    @Test
    void anotherBaselineCanBeNamed() throws Exception {
        JsonNode json = compareToJson("--baseline", "slow", path("base"), path("slow"));

        assertThat(json.at("/baseline").asText()).isEqualTo("slow");
        assertThat(json.at("/benchmarks/0/verdict").asText()).isEqualTo("faster");
    }

    @Test
    void aLargerThresholdForgivesMore() throws Exception {
        CommandLineSession session = compare("--format", "json", "--threshold", "0.3", path("base"), path("slow"));

        assertThat(benchmarks(session).at("/0/verdict").asText()).isEqualTo("unchanged");
        assertThat(session.status()).isZero();
    }

    @Test
    void alphaSetsTheConfidence() throws Exception {
        JsonNode strict = benchmarks(compare("--format", "json", "--alpha", "0.001", path("base"), path("slow")));
        JsonNode usual = benchmarks(compare("--format", "json", path("base"), path("slow")));

        assertThat(strict.at("/0/ci/0").asDouble())
                .isLessThan(usual.at("/0/ci/0").asDouble());
        assertThat(strict.at("/0/ci/1").asDouble())
                .isGreaterThan(usual.at("/0/ci/1").asDouble());
    }

    /** What beside the verdict stands for a reader to check it must not contradict it. */
    @Test
    void theIntervalThatAVerdictWasJudgedByIsNamed() throws Exception {
        JsonNode gain = benchmarks(compare("--format", "json", path("base"), path("gain")))
                .get(0);
        JsonNode slow = benchmarks(compare("--format", "json", path("base"), path("slow")))
                .get(0);

        assertThat(gain.at("/judgedBy/confidence").asDouble()).isEqualTo(0.9);
        assertThat(gain.at("/judgedBy/ci/0").asDouble())
                .isBetween(gain.at("/ci/0").asDouble(), gain.at("/change").asDouble());
        assertThat(gain.at("/judgedBy/ci/1").asDouble())
                .isBetween(gain.at("/change").asDouble(), gain.at("/ci/1").asDouble());
        assertThat(gain.get("reason").asText()).contains("(90 % interval ");
        assertThat(slow.has("judgedBy")).isFalse();
        assertThat(slow.get("reason").asText()).contains("(95 % interval ");
        assertThat(compare(path("base"), path("gain")).out())
                .contains("  90 %: ")
                .doesNotContain("95 %: ");
        assertThat(compare(path("base"), path("slow")).out())
                .contains("  95 %: ")
                .doesNotContain("90 %: ");
    }

    @Test
    void secondaryMetricsNeverChangeTheExitCode() throws Exception {
        file("base2", new Entry(NAME, Entry.forks(5, 10, 1)).secondary("gc.time", "ms", Entry.forks(5, 3, 1)));
        file("same2", new Entry(NAME, Entry.forks(5, 10, 2)).secondary("gc.time", "ms", Entry.forks(5, 9, 2)));

        CommandLineSession session = compare("--format", "json", "--metric", "gc\\..*", path("base2"), path("same2"));

        assertThat(benchmarks(session).findValuesAsText("metric")).containsExactly("score", "gc.time");
        assertThat(benchmarks(session).findValuesAsText("verdict")).containsExactly("unchanged", "slower");
        assertThat(benchmarks(session).at("/1/pAdjusted"))
                .isEqualTo(benchmarks(session).at("/1/p"));
        assertThat(session.status()).isZero();
    }

    @Test
    void theMethodsOfAClassCanBeComparedWithEachOther() throws Exception {
        file(
                "suite",
                new Entry("a.Bench.slowWay", Entry.forks(5, 12, 1)),
                new Entry("a.Bench.blockingThreadPool", Entry.forks(5, 10, 2)),
                new Entry("a.Bench.fastWay", Entry.forks(5, 8, 3)));

        JsonNode json = compareToJson("--by", "strategy", path("suite"));
        JsonNode other = compareToJson("--by", "STRATEGY", "--baseline", "fastWay", path("suite"));

        assertThat(json.at("/by").asText()).isEqualTo("strategy");
        assertThat(json.at("/benchmarks").findValuesAsText("candidate")).containsExactly("fastWay", "slowWay");
        assertThat(json.at("/benchmarks").findValuesAsText("verdict")).containsExactly("faster", "slower");
        assertThat(other.at("/benchmarks").findValuesAsText("verdict")).containsExactly("slower", "slower");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode benchmarks(CommandLineSession session) throws Exception {
        return session.json().get("benchmarks");
    }

    private void file(String name, Entry... entries) {
        Entry.write(folder.resolve(name + ".json"), entries);
    }

    private String path(String name) {
        return folder.resolve(name + ".json").toString();
    }
}
