package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code compare} refuses, and what it warns of. */
class CompareWarningsTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @Test
    void differentSettingsAreRefusedUnlessAllowed() throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other = write("candidate", new Entry(NAME, Entry.forks(5, 12, 2)).with("warmupTime", "9 s"));

        JsonNode refused = compareToJson(base, other).at("/benchmarks/0");
        JsonNode allowed = compareToJson("--allow-mismatch", base, other).at("/benchmarks/0");

        assertThat(refused.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(refused.get("reason").asText())
                .isEqualTo("not judged: settings differ: warm-up 5 x 1 s against 5 x 9 s");
        assertThat(allowed.get("verdict").asText()).isEqualTo("slower");
        assertThat(texts(allowed.get("warnings"))).containsExactly("settings differ: warm-up 5 x 1 s against 5 x 9 s");
    }

    @Test
    void differentUnitsAreRefusedEvenIfMismatchIsAllowed() throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other = write("candidate", new Entry(NAME, Entry.forks(5, 10, 2)).unit("ops/ms"));

        JsonNode judgement = compareToJson("--allow-mismatch", base, other).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judgement.get("reason").asText())
                .isEqualTo("not judged: the units ms/op and ops/ms can't be compared");
    }

    @Test
    void scoresThatAreNotNumbersAreNotJudged() throws Exception {
        Object[][] raw = {{"NaN"}, {1}, {2}};
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other =
                write("candidate", new Entry(NAME).primary("rawData", raw).with("forks", 3));

        assertThat(compareToJson(base, other).at("/benchmarks/0/reason").asText())
                .isEqualTo(
                        "not judged: a score is not a positive number: iteration 1 of fork 1 of the candidate has NaN");
        assertThat(compareToJson(base, write("none", new Entry(NAME)))
                        .at("/benchmarks/0/reason")
                        .asText())
                .isEqualTo("not judged: the file has no raw data of its forks");
    }

    @Test
    void differentArgumentsAndHostsAreNamed() throws Exception {
        Entry entry = new Entry(NAME, new double[] {10});
        Path first = run("one").jvm("a").fork(1, "a", entry).write();
        Entry other = new Entry(NAME, new double[] {10}).with("jvmArgs", List.of("-Xmx1g"));
        Path second = run("two").host("host2").jvm("b").fork(1, "b", other).write();

        JsonNode json = compareToJson(first.toString(), second.toString());

        assertThat(texts(json.get("warnings"))).containsExactly("the results are of different hosts: host1, host2");
        assertThat(texts(json.at("/benchmarks/0/warnings")))
                .containsExactly("JVM arguments differ: [] against [-Xmx1g]");
    }

    @Test
    void benchmarksOfOnlyOneSideAreListed() throws Exception {
        Entry both = new Entry(NAME, Entry.forks(5, 10, 1));
        String base = write("base", both, new Entry("a.Bench.old", Entry.forks(3, 1, 1)));
        String other = write("candidate", both, new Entry("a.Bench.parse", Entry.forks(3, 1, 1)).with("threads", 2));

        JsonNode json = compareToJson(base, other);

        assertThat(json.get("onlyInBaseline").findValuesAsText("benchmark")).containsExactly("a.Bench.old");
        assertThat(json.get("onlyInCandidate").findValuesAsText("threads")).containsExactly("2");
        assertThat(json.get("benchmarks")).hasSize(1);
    }

    @Test
    void aControlThatDiffersMakesItsBenchmarkInconclusive() throws Exception {
        Path noisy = controlled("noisy", 13);
        Path calm = controlled("calm", 10);

        JsonNode doubtful = compareToJson(noisy.toString()).get("benchmarks");

        assertThat(doubtful.findValuesAsText("verdict")).containsExactly("slower", "inconclusive");
        assertThat(doubtful.at("/1/reason").asText()).startsWith("the control differs");
        assertThat(compareToJson(calm.toString()).get("benchmarks").findValuesAsText("verdict"))
                .containsExactly("unchanged", "slower");
    }

    @Test
    void aControlIsIgnoredWithAnotherBaseline() throws Exception {
        JsonNode json =
                compareToJson("--baseline", "jdk25", controlled("run", 10).toString());

        assertThat(texts(json.get("candidates"))).containsExactly("jdk17");
        assertThat(json.at("/benchmarks").findValuesAsText("verdict")).containsExactly("faster");
    }

    private Path controlled(String name, double control) {
        return run(name)
                .jvm("jdk17")
                .control("jdk17-again")
                .jvm("jdk25")
                .forks("jdk17", NAME, Entry.forks(5, 10, 1))
                .forks("jdk17-again", NAME, Entry.forks(5, control, 2))
                .forks("jdk25", NAME, Entry.forks(5, 12, 3))
                .write();
    }

    @Test
    void warmUpOutliersAndMissingForksAreNamed() throws Exception {
        double[][] warming = new double[5][];
        Arrays.setAll(warming, i -> new double[] {12 + 0.01 * i, 11.5, 10.2, 10.1});
        double[][] outlying = Entry.forks(6, 10, 1);
        outlying[2] = new double[] {15, 15, 15, 15};
        String base = write("base", new Entry(NAME, warming).with("forks", 7));
        String other = write("candidate", new Entry(NAME, outlying));

        assertThat(texts(compareToJson(base, other).at("/benchmarks/0/warnings")))
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).isEqualTo("2 of 7 forks of the baseline are missing"))
                .anySatisfy(w -> assertThat(w).startsWith("the baseline was still warming up: the second half"))
                .anySatisfy(w -> assertThat(w).startsWith("fork 3 of the candidate lies +"));
    }

    /** All forks of a benchmark meet the same delays, in the same order. */
    @ParameterizedTest
    @CsvSource({"none, 2", "lognormal:1, 0"})
    void delaysThatDifferAreNoWarmUp(String spread, int warnings) throws Exception {
        double[][] falling = new double[5][];
        Arrays.setAll(falling, i -> new double[] {12 + 0.01 * i, 11.5, 10.2, 10.1});
        Entry entry = new Entry("fanout.benchmark.FanOutBenchmark.semaphoreAsync", falling)
                .with("params", Map.of("delayMillis", "10", "delaySpread", spread));

        assertThat(texts(compareToJson(write("base", entry), write("candidate", entry))
                        .at("/benchmarks/0/warnings")))
                .filteredOn(warning -> warning.contains("was still warming up"))
                .hasSize(warnings);
    }

    private RunFiles run(String name) {
        return new RunFiles(folder.resolve(name), false);
    }

    private String write(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
