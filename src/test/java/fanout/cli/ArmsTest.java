package fanout.cli;

import static fanout.cli.CommandLineSession.compare;
import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.record.ArmRecord;
import fanout.testing.Arms;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare} speaks of the arms of a run by their labels, and says what they differ in. */
class ArmsTest {
    private static final String NAME = "com.acme.Foo.parse";

    @TempDir
    Path folder;

    private RunFiles run() {
        return new RunFiles(folder.resolve("run"), true);
    }

    private static RunFiles measured(RunFiles run, String... labels) {
        for (String label : labels) {
            run.forks(label, NAME, Entry.forks(3, 10, label.hashCode()));
        }
        return run;
    }

    private Path collectors() {
        RunFiles run = run().arm("g1", "25", Arms.options("-XX:+UseG1GC"))
                .arm("g1-control", "25", Arms.options("-XX:+UseG1GC"))
                .arm("zgc", "25", Arms.options("-XX:+UseZGC"))
                .arm("same", "25", Arms.options("-XX:+UseG1GC"));
        return measured(run, "g1", "g1-control", "zgc", "same").write();
    }

    private static String report(String format, Path run) {
        CommandLineSession session = compare("--fail-on", "never", "--format", format, run.toString());
        assertThat(session.complaints()).isEmpty();
        return session.out();
    }

    @Test
    void theTextSaysWhatArmsDifferIn() {
        assertThat(report("text", collectors()).lines())
                .contains("zgc differs from g1: options -XX:+UseZGC instead of -XX:+UseG1GC")
                .contains("same differs from g1 in nothing that is recorded")
                .noneMatch(line -> line.startsWith("g1-control differs"));
    }

    @Test
    void markdownSaysWhatArmsDifferIn() {
        assertThat(report("markdown", collectors()).lines())
                .containsSubsequence(
                        "",
                        "- zgc differs from g1: options -XX:+UseZGC instead of -XX:+UseG1GC",
                        "- same differs from g1 in nothing that is recorded",
                        "");
    }

    @Test
    void thePageSaysWhatArmsDifferIn() {
        assertThat(report("html", collectors()))
                .contains(
                        "<h1>Are zgc and same as fast as g1?</h1>",
                        "<p>zgc differs from g1: options -XX:+UseZGC instead of -XX:+UseG1GC.</p>",
                        "<p>same differs from g1 in nothing that is recorded.</p>");
    }

    @Test
    void jsonHasAnObjectForEachDifference() throws Exception {
        JsonNode json = compareToJson("--fail-on", "never", collectors().toString());

        assertThat(json.get("differences")).hasSize(1);
        assertThat(json.at("/differences/0"))
                .hasToString("{\"baseline\":\"g1\",\"candidate\":\"zgc\",\"what\":\"options\",\"name\":\"options\","
                        + "\"baselineValue\":\"-XX:+UseG1GC\",\"candidateValue\":\"-XX:+UseZGC\"}");
    }

    @Test
    void whatAnArmHasNotIsNull() throws Exception {
        RunFiles run =
                run().arm("a", "25", ArmRecord.PLAIN).arm("b", "25", Arms.classPath(Arms.file("bar.jar", "12ab")));

        JsonNode json = compareToJson(measured(run, "a", "b").write().toString());

        assertThat(json.at("/differences/0/baselineValue").isNull()).isTrue();
        assertThat(json.at("/differences/0/what").asText()).isEqualTo("file");
        assertThat(json.at("/differences/0/name").asText()).isEqualTo("bar.jar");
        assertThat(json.at("/differences/0/candidateValue").asText()).isEqualTo("12ab");
    }

    @Test
    void anotherBaselineTurnsThemRound() {
        String text = compare("--baseline", "zgc", collectors().toString()).out();

        assertThat(text.lines())
                .contains("g1 differs from zgc: options -XX:+UseG1GC instead of -XX:+UseZGC")
                .noneMatch(line -> line.contains("differs from g1"));
    }

    /** Where arms are alike there is no difference, and JSON has no field for it. */
    @Test
    void jsonWithoutADifferenceHasNoField() throws Exception {
        RunFiles run = run().arm("a", "25", ArmRecord.PLAIN).arm("b", "25", ArmRecord.PLAIN);
        Path written = measured(run, "a", "b").write();

        assertThat(compareToJson(written.toString()).has("differences")).isFalse();
        assertThat(report("text", written)).contains("b differs from a in nothing that is recorded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html"})
    void aFolderWithoutArmsSaysNothingOfThem(String format) {
        Path run = measured(run().arm("a", "17", null).arm("b", "25", ArmRecord.PLAIN), "a", "b")
                .write();

        assertThat(report(format, run)).doesNotContain("differs from", "differences", "Arms");
    }

    @Test
    void strategiesOfOneArmDifferInNoArm() {
        RunFiles run =
                run().arm("g1", "25", Arms.options("-XX:+UseG1GC")).arm("zgc", "25", Arms.options("-XX:+UseZGC"));
        for (String label : List.of("g1", "zgc")) {
            run.forks(label, NAME, Entry.forks(3, 10, 1));
            run.forks(label, "com.acme.Foo.print", Entry.forks(3, 10, 2));
        }

        CommandLineSession session =
                compare("--by", "strategy", "--fail-on", "never", run.write().toString());

        assertThat(session.out()).contains("print on zgc", "on g1").doesNotContain("differs");
    }

    /** Options in which arms are meant to differ are no reason to doubt a verdict; others are. */
    @Test
    void onlyArgumentsThatAreNoOptionsOfAnArmAreDoubtful() throws Exception {
        RunFiles run = run().arm("a", "25", Arms.options("-Xa")).arm("b", "25", Arms.options("-Xb"));
        for (int round = 1; round <= 3; round++) {
            double[] scores = Entry.forks(3, 10, 1)[round - 1];
            double[] others = Entry.forks(3, 10, 2)[round - 1];
            run.fork(round, "a", new Entry(NAME, scores).with("jvmArgs", List.of("-Xmx1g", "-Xa")));
            run.fork(round, "b", new Entry(NAME, others).with("jvmArgs", List.of("-Xmx1g", "-Xb")));
            run.fork(round, "a", new Entry(NAME + "2", scores).with("jvmArgs", List.of("-Xmx1g", "-Xa")));
            run.fork(round, "b", new Entry(NAME + "2", others).with("jvmArgs", List.of("-Xmx2g", "-Xb")));
        }

        JsonNode json = compareToJson(run.write().toString());

        assertThat(json.at("/benchmarks/0/warnings")).isEmpty();
        assertThat(json.at("/benchmarks/1/warnings"))
                .extracting(JsonNode::asText)
                .containsExactly("JVM arguments differ: [-Xmx1g, -Xa] against [-Xmx2g, -Xb]");
    }

    private Path changed() {
        RunFiles run = run().arm("base", "25", Arms.suite("1.37", Map.of("com.acme.Foo", "1", "com.acme.Bar", "2")))
                .arm("head", "25", Arms.suite("1.37", Map.of("com.acme.Foo", "3", "com.acme.Bar", "2")));
        run.forks("base", NAME, Entry.forks(5, 10, 1)).forks("head", NAME, Entry.forks(5, 12, 2));
        run.forks("base", "com.acme.Bar.print", Entry.forks(5, 10, 3));
        run.forks("head", "com.acme.Bar.print", Entry.forks(5, 10, 4));
        return run.write();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html"})
    void aBenchmarkThatItselfChangedIsNamedInEachFormat(String format) {
        String flat = report(format, changed()).replaceAll("\\s+", " ");

        assertThat(flat)
                .contains("the benchmark itself changed: class com.acme.Foo is not the same in base and head")
                .doesNotContain("class com.acme.Bar");
    }

    @Test
    void aBenchmarkThatItselfChangedKeepsItsVerdict() throws Exception {
        JsonNode benchmarks =
                compareToJson("--fail-on", "never", changed().toString()).get("benchmarks");

        assertThat(benchmarks.findValuesAsText("verdict")).containsExactly("unchanged", "slower");
        assertThat(benchmarks.at("/0/warnings")).isEmpty();
        assertThat(benchmarks.at("/1/warnings")).hasSize(1);
    }

    /** A benchmark of one arm, one of another, and one that all but one have. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void aBenchmarkThatOnlySomeArmsHaveIsListed(String format) {
        String report = report(format, partial());

        assertThat(report)
                .contains(
                        "only in base: com.acme.Foo.old avgt",
                        "only in head, next: com.acme.Foo.fresh avgt",
                        "only in base, next: com.acme.Foo.lost avgt")
                .doesNotContain("in the baseline:", "in a candidate:");
    }

    @Test
    void aBenchmarkThatOnlySomeArmsHaveIsListedInJson() throws Exception {
        JsonNode json = compareToJson("--fail-on", "never", partial().toString());

        assertThat(json.at("/onlyInBaseline").findValuesAsText("benchmark")).containsExactly("com.acme.Foo.old");
        assertThat(json.at("/onlyInCandidate").findValuesAsText("benchmark")).containsExactly("com.acme.Foo.fresh");
        assertThat(json.at("/onlyInSome"))
                .extracting(each -> each.get("benchmark").asText() + each.get("arms"))
                .containsExactly(
                        "com.acme.Foo.fresh[\"head\",\"next\"]",
                        "com.acme.Foo.lost[\"base\",\"next\"]",
                        "com.acme.Foo.old[\"base\"]");
    }

    private Path partial() {
        RunFiles run = measured(
                run().arm("base", "25", ArmRecord.PLAIN)
                        .arm("head", "25", ArmRecord.PLAIN)
                        .arm("next", "25", ArmRecord.PLAIN)
                        .arm("base-control", "25", ArmRecord.PLAIN),
                "base",
                "head",
                "next",
                "base-control");
        run.forks("base", "com.acme.Foo.old", Entry.forks(3, 10, 1));
        List.of("head", "next").forEach(label -> run.forks(label, "com.acme.Foo.fresh", Entry.forks(3, 10, 1)));
        List.of("base", "next").forEach(label -> run.forks(label, "com.acme.Foo.lost", Entry.forks(3, 10, 1)));
        return run.write();
    }

    /** The page of a run is made where nothing can be compared, too, and says why. */
    @Test
    void armsWithoutACommonBenchmarkAreListedOnThePage() throws Exception {
        RunFiles run = run().arm("a", "25", Arms.options("-Xa")).arm("b", "25", Arms.options("-Xb"));
        run.forks("a", "com.acme.Foo.old", Entry.forks(3, 10, 1));
        run.forks("b", "com.acme.Foo.fresh", Entry.forks(3, 10, 1));
        Path written = run.write();

        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", written.toString());

        assertThat(session.complaints()).isEmpty();
        assertThat(Files.readString(written.resolve("report.html")))
                .contains(
                        "There is nothing to compare: no benchmark was measured on two arms.",
                        "only in a: com.acme.Foo.old avgt",
                        "only in b: com.acme.Foo.fresh avgt");
    }

    @Test
    void aLargeDifferenceIsCutShortExceptInJson() throws Exception {
        String[] old = IntStream.range(0, 200)
                .mapToObj(i -> "g:lib%03d:1".formatted(i))
                .toArray(String[]::new);
        String[] young = IntStream.range(0, 200)
                .mapToObj(i -> "g:lib%03d:2".formatted(i))
                .toArray(String[]::new);
        RunFiles run = run().arm("base", "25", Arms.classPath(Arms.file("b.jar", "1", old)))
                .arm("head", "25", Arms.classPath(Arms.file("b.jar", "2", young)));
        Path written = measured(run, "base", "head").write();

        assertThat(report("text", written).replaceAll("\\s+", " "))
                .contains(
                        "head differs from base: g:lib000 2 instead of 1; ",
                        "; g:lib004 2 instead of 1; and in 196 more")
                .doesNotContain("lib005");
        assertThat(compareToJson(written.toString()).get("differences")).hasSize(201);
    }
}
