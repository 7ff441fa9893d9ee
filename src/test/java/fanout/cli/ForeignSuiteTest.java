package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Arms;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import fanout.testing.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite that is not Fanout's is judged and shown without a word of Fanout's own benchmarks. */
class ForeignSuiteTest {
    private static final Pattern FANOUTS_OWN = Pattern.compile(
            "requests?\\b|floor|fans? out|blockingThreadPool|closed.loop|permit|batch|undertow|httpclient|in flight"
                    + "|Fanout's own|latenc|server(?! VM)",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    private Path suite() {
        return SampleRuns.all().get("foreignArms").apply(folder.resolve("suite"));
    }

    /** Two modes of JMH that Fanout's own benchmarks don't have, with a profiler. */
    private Path sampled() {
        Map<String, String> classes = Map.of("com.acme.CodecBenchmark", "1");
        RunFiles run = new RunFiles(folder.resolve("sampled"), true)
                .arm("base", "21", Arms.suite("1.37", classes, Arms.file("benchmarks.jar", "1")))
                .arm("base-control", "21", Arms.suite("1.37", classes, Arms.file("benchmarks.jar", "1")))
                .arm("head", "21", Arms.suite("1.37", classes, Arms.file("benchmarks.jar", "2")));
        for (int round = 1; round <= 5; round++) {
            sampled(run, round, "base", 10);
            sampled(run, round, "base-control", 10);
            sampled(run, round, "head", 12);
        }
        return run.write();
    }

    private static void sampled(RunFiles run, int round, String label, double level) {
        double[] scores = Entry.forks(5, level, label.hashCode())[round - 1];
        Object[] histogram = new Object[scores.length];
        for (int i = 0; i < scores.length; i++) {
            histogram[i] = List.of(List.of(scores[i], 40), List.of(2 * scores[i], 1));
        }
        run.fork(
                round,
                label,
                new Entry("com.acme.CodecBenchmark.encode", scores)
                        .with("mode", "sample")
                        .primary("rawDataHistogram", List.of(List.of(histogram)))
                        .secondary("p0.99", "ms/op", scores)
                        .secondary("gc.alloc.rate.norm", "B/op", Entry.forks(5, 100 * level, 3)[round - 1]));
        run.fork(
                round,
                label,
                new Entry("com.acme.TableBenchmark.insert", scores)
                        .with("mode", "thrpt")
                        .unit("ops/us")
                        .with("threads", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "text, jvm",
        "text, strategy",
        "markdown, jvm",
        "markdown, strategy",
        "json, jvm",
        "json, strategy",
        "html, jvm",
        "html, strategy"
    })
    void compareHasNoWordOfFanoutsOwn(String format, String by) throws IOException {
        for (Path run : List.of(suite(), sampled())) {
            CommandLineSession session = compare("--format", format, "--by", by, run.toString());
            if (run.endsWith("sampled") && by.equals("strategy")) {
                assertThat(session.complaints())
                        .containsExactly("fanout: no class has two methods with the same parameters to compare");
            } else {
                assertThat(session.complaints()).isEmpty();
                assertForeign(session.out());
            }
        }
    }

    private static CommandLineSession compare(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"--fail-on", "never", "--metric", ""}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return CommandLineSession.compare(all);
    }

    @Test
    void thePagesHaveNoWordOfFanoutsOwn() throws IOException {
        for (Path run : List.of(suite(), sampled())) {
            String page = report(run);

            assertForeign(page);
            assertThat(page)
                    .contains("<h1>Is head as fast as base?</h1>", "head differs from base: ")
                    .doesNotContain("<dt>libraries</dt>")
                    .doesNotContainPattern("<(ul|tbody|dl)>\\s*</");
        }
    }

    @Test
    void theHistoryHasNoWordOfFanoutsOwn() throws IOException {
        suite();
        sampled();
        SampleRuns.all().get("foreignArms").apply(folder.resolve("again"));

        String history = report(folder);

        assertForeign(history);
        assertThat(history).contains("one line for each arm", "<th scope=\"col\">arms</th>");
    }

    private String report(Path run) throws IOException {
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", run.toString());
        assertThat(session.complaints()).isEmpty();
        return Files.readString(run.resolve("report.html"));
    }

    /** What a reader of the page sees, who has no use for its style, its script and its raw data. */
    private static void assertForeign(String report) {
        String text = report.replaceAll("(?s)<(style|script)>.*?</\\1>", " ").replaceAll("<[^>]*>", " ");

        assertThat(FANOUTS_OWN
                        .matcher(text)
                        .results()
                        .map(found -> text.substring(
                                Math.max(0, found.start() - 30), Math.min(text.length(), found.end() + 30))))
                .isEmpty();
        assertThat(text).contains("encode", "head");
    }

    @Test
    void theSecondaryMetricsOfProfilersAreJudgedInEachMode() throws IOException {
        JsonNode benchmarks =
                compare("--format", "json", sampled().toString()).json().get("benchmarks");

        assertThat(benchmarks
                        .valueStream()
                        .filter(each -> each.get("candidate").asText().equals("head"))
                        .map(each -> each.get("mode").asText() + " "
                                + each.get("metric").asText() + " "
                                + each.get("verdict").asText()))
                .containsExactly(
                        "sample score slower",
                        "thrpt score faster",
                        "sample gc.alloc.rate.norm higher",
                        "sample p0.99 slower");
    }

    /** The first method of each class is the baseline, since there is none that all suites have. */
    @Test
    void strategiesAreTheMethodsOfEachClass() throws IOException {
        JsonNode json = compare("--format", "json", "--by", "strategy", suite().toString())
                .json();

        assertThat(json.get("baseline").asText()).isEqualTo("decode, insert");
        assertThat(json.get("candidates")).extracting(JsonNode::asText).contains("encode", "lookup");
    }
}
