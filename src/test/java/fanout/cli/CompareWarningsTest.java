package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, what is doubted, and what can't be asked for. */
class CompareWarningsTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threshold 0        | threshold is 0.0, must be above 0 and at most 1
            --threshold NaN      | threshold is NaN, must be above 0 and at most 1
            --threshold 1.5      | threshold is 1.5, must be above 0 and at most 1
            --threshold 0,03     | Invalid value for option '--threshold': '0,03' is not a double
            --alpha 0.5          | alpha is 0.5, must be above 0 and below 0.5
            --alpha -1           | alpha is -1.0, must be above 0 and below 0.5
            --by class           | Invalid value for option '--by': expected one of [JVM, STRATEGY] (case-insensitive) but was 'class'
            --format pdf         | Invalid value for option '--format': expected one of [TEXT, MARKDOWN, JSON, HTML] (case-insensitive) but was 'pdf'
            --fail-on faster     | Invalid value for option '--fail-on': expected one of [SLOWER, INCONCLUSIVE, NEVER] (case-insensitive) but was 'faster'
            --metric [           | Invalid value for option '--metric'
            --baseline x         | --baseline is x, must be one of base, candidate
            --output /           | --output /: is a folder
            --output /no/file    | --output /no/file: can't be written (there is no such folder)
            --nonsense           | Unknown option: '--nonsense'
            --by strategy        | no class has two methods with the same parameters to compare
            """)
    void whatCantBeAskedForIsToldInOneLine(String options, String complaint) {
        List<String> args = new ArrayList<>(List.of(options.split(" ")));
        args.addAll(List.of(
                write("base", new Entry(NAME, Entry.forks(5, 10, 1))),
                write("candidate", new Entry(NAME, Entry.forks(5, 10, 2)))));

        CommandLineSession session = session(args);

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + complaint);
    }

    @Test
    void aSingleFileHasNothingToBeComparedWith() {
        CommandLineSession session = session(List.of(write("base", new Entry(NAME, Entry.forks(5, 10, 1)))));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: nothing to compare base with");
    }

    @Test
    void differentSettingsAreRefusedUnlessAllowed() throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other = write("candidate", new Entry(NAME, Entry.forks(5, 12, 2)).with("warmupTime", "9 s"));

        JsonNode refused = compare(base, other).at("/benchmarks/0");
        JsonNode allowed = compare("--allow-mismatch", base, other).at("/benchmarks/0");

        assertThat(refused.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(refused.get("reason").asText())
                .isEqualTo("not judged: settings differ: warm-up 5 x 1 s against 5 x 9 s");
        assertThat(allowed.get("verdict").asText()).isEqualTo("slower");
        assertThat(texts(allowed.get("warnings"))).containsExactly("settings differ: warm-up 5 x 1 s against 5 x 9 s");
    }

    @Test
    void differentUnitsAreRefusedEvenThen() throws Exception {
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other = write("candidate", new Entry(NAME, Entry.forks(5, 10, 2)).unit("ops/ms"));

        JsonNode judgement = compare("--allow-mismatch", base, other).at("/benchmarks/0");

        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(judgement.get("reason").asText())
                .isEqualTo("not judged: the units ms/op and ops/ms can't be compared");
    }

    @Test
    void scoresThatAreNoNumbersAreNotJudged() throws Exception {
        Object[][] raw = {{"NaN"}, {1}, {2}};
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String other =
                write("candidate", new Entry(NAME).primary("rawData", raw).with("forks", 3));

        assertThat(compare(base, other).at("/benchmarks/0/reason").asText())
                .isEqualTo("not judged: a score is not a positive number");
        assertThat(compare(base, write("none", new Entry(NAME)))
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

        JsonNode json = compare(first.toString(), second.toString());

        assertThat(texts(json.get("warnings"))).containsExactly("the results are of different hosts: host1, host2");
        assertThat(texts(json.at("/benchmarks/0/warnings")))
                .containsExactly("JVM arguments differ: [] against [-Xmx1g]");
    }

    @Test
    void whatOnlyOneSideHasIsListed() throws Exception {
        Entry both = new Entry(NAME, Entry.forks(5, 10, 1));
        String base = write("base", both, new Entry("a.Bench.old", Entry.forks(3, 1, 1)));
        String other = write("candidate", both, new Entry("a.Bench.parse", Entry.forks(3, 1, 1)).with("threads", 2));

        JsonNode json = compare(base, other);

        assertThat(json.get("onlyInBaseline").findValuesAsText("benchmark")).containsExactly("a.Bench.old");
        assertThat(json.get("onlyInCandidate").findValuesAsText("threads")).containsExactly("2");
        assertThat(json.get("benchmarks")).hasSize(1);
    }

    @Test
    void aControlThatDiffersMakesItsBenchmarkInconclusive() throws Exception {
        Path noisy = controlled("noisy", 13);
        Path calm = controlled("calm", 10);

        JsonNode doubtful = compare(noisy.toString()).get("benchmarks");

        assertThat(doubtful.findValuesAsText("verdict")).containsExactly("slower", "inconclusive");
        assertThat(doubtful.at("/1/reason").asText()).startsWith("the control differs");
        assertThat(compare(calm.toString()).get("benchmarks").findValuesAsText("verdict"))
                .containsExactly("unchanged", "slower");
    }

    @Test
    void aControlSaysNothingOfAnotherBaseline() throws Exception {
        JsonNode json = compare("--baseline", "jdk25", controlled("run", 10).toString());

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

        assertThat(texts(compare(base, other).at("/benchmarks/0/warnings")))
                .hasSize(3)
                .anySatisfy(w -> assertThat(w).isEqualTo("2 of 7 forks of the baseline are missing"))
                .anySatisfy(w -> assertThat(w).startsWith("the baseline was still warming up: the second half"))
                .anySatisfy(w -> assertThat(w).startsWith("fork 3 of the candidate lies +"));
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

    private JsonNode compare(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("--format", "json"));
        all.addAll(List.of(args));
        CommandLineSession session = session(all);
        assertThat(session.err()).isEmpty();
        return new ObjectMapper().readTree(session.out());
    }

    private static CommandLineSession session(List<String> args) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(args);
        return CommandLineSession.run(Path.of("unused"), Preflight.NONE, all.toArray(String[]::new));
    }
}
