package fanout.cli;

import static fanout.cli.CommandLineSession.compare;
import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results from before one of Fanout's parameters existed stay comparable: without {@code scheme} they were measured
 * over plain HTTP, since there was no other scheme.
 */
class AddedParameterTest {
    private static final String ASYNC = "fanout.benchmark.FanOutBenchmark.semaphoreAsync";
    private static final String BLOCKING = "fanout.benchmark.FanOutBenchmark.blockingThreadPool";
    private static final double[][] BEFORE = Entry.forks(4, 10, 1);
    private static final double[][] AFTER = Entry.forks(4, 12, 2);

    private static final Map<String, String> HTTP = Map.of("requests", "1000", "scheme", "http");

    @TempDir
    Path folder;

    @Test
    void aFileWithoutTheParameterIsJudgedAgainstOneWithItsFormerDefault() throws Exception {
        JsonNode json = compareToJson(file("old", old(ASYNC)), file("new", with(ASYNC, "http")));

        assertThat(json.at("/benchmarks").findValuesAsText("verdict")).containsExactly("slower");
        assertThat(json.at("/benchmarks/0/params").toString()).isEqualTo("{\"requests\":\"1000\",\"scheme\":\"http\"}");
        assertThat(json.get("onlyInBaseline")).isEmpty();
        assertThat(json.get("onlyInCandidate")).isEmpty();
    }

    @Test
    void anotherValueIsAnotherBenchmark() {
        CommandLineSession session = compare(file("old", old(ASYNC)), file("new", with(ASYNC, "https")));

        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.complaints())
                .containsExactly("fanout: old has no benchmark in common with new (name, mode, parameters and threads"
                        + " must be alike)");
    }

    /** Nobody knows what its benchmarks did before they had a parameter of that name. */
    @Test
    void aParameterOfAnotherSuiteStaysMissing() {
        String theirs = "org.acme.FanOutBenchmark.semaphoreAsync";

        CommandLineSession session = compare(file("old", old(theirs)), file("new", with(theirs, "http")));

        assertThat(session.status()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("has no benchmark in common");
    }

    @Test
    void aParameterThatNoInputHasStaysMissing() throws Exception {
        JsonNode json =
                compareToJson(file("old", old(ASYNC)), file("new", entry(ASYNC, AFTER, Map.of("requests", "1000"))));

        assertThat(json.at("/benchmarks/0/params").toString()).isEqualTo("{\"requests\":\"1000\"}");
    }

    /** Such a file may have been put together from two. */
    @Test
    void whatAFileHasWithAndWithoutTheParameterStaysTwoBenchmarks() throws Exception {
        JsonNode json =
                compareToJson(file("both", old(ASYNC), with(ASYNC, "http")), file("new", entry(ASYNC, BEFORE, HTTP)));

        assertThat(json.get("benchmarks").findValuesAsText("verdict")).containsExactly("faster");
        assertThat(json.get("onlyInBaseline")).hasSize(1);
    }

    /** The methods of a file are compared with each other, also those that the new file lacks. */
    @Test
    void theStrategiesOfTheOldFileAreStillCompared() throws Exception {
        JsonNode json = compareToJson(
                "--by", "strategy", file("old", old(ASYNC), old(BLOCKING)), file("new", with(ASYNC, "http")));

        assertThat(json.get("benchmarks").findValuesAsText("jvm")).containsExactly("old");
        assertThat(json.get("benchmarks").findValuesAsText("verdict")).containsExactly("unchanged");
    }

    @Test
    void theFolderOfARunIsReadInTheSameWay() throws Exception {
        String old = run("old", 0, 4, Map.of("requests", "1000"));

        JsonNode json = compareToJson(old, file("new", with(ASYNC, "http")));

        assertThat(json.get("benchmarks").findValuesAsText("candidate")).containsExactly("25", "new");
        assertThat(json.get("benchmarks").findValuesAsText("verdict")).containsExactly("slower", "slower");
    }

    @Test
    void runsAreStillPartsOfOneExperiment() throws Exception {
        String first = run("first", 0, 2, Map.of("requests", "1000"));
        String second = run("second", 2, 4, HTTP);

        JsonNode json = compareToJson(first, second);

        assertThat(json.get("benchmarks").findValuesAsText("baselineForks")).containsExactly("4");
        assertThat(json.get("benchmarks").findValuesAsText("verdict")).containsExactly("slower");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theHistoryJoinsOnlyTheFormerDefault(String scheme) throws IOException {
        run("old", 0, 4, Map.of("requests", "1000"));
        run("young", 0, 4, Map.of("requests", "1000", "scheme", scheme));

        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", folder.toString());

        assertThat(session.err()).isEmpty();
        String html = Files.readString(folder.resolve("report.html"));
        String noLine = "No benchmark was measured in the same way in two runs yet";
        assertThat(html.contains(noLine)).isEqualTo(scheme.equals("https"));
        assertThat(html.contains("scheme&#x3D;https")).isEqualTo(scheme.equals("https"));
    }

    /** Rounds of two JVMs, of which the second is slower. */
    private String run(String name, int from, int to, Map<String, String> params) {
        RunFiles run = new RunFiles(folder.resolve(name), true).jvm("17").jvm("25");
        for (int i = from; i < to; i++) {
            run.fork(i + 1, "17", entry(ASYNC, Arrays.copyOfRange(BEFORE, i, i + 1), params));
            run.fork(i + 1, "25", entry(ASYNC, Arrays.copyOfRange(AFTER, i, i + 1), params));
        }
        return run.eachFork("start", "2026-01-05T10:00:00Z").write().toString();
    }

    private static Entry old(String benchmark) {
        return entry(benchmark, BEFORE, Map.of("requests", "1000"));
    }

    private static Entry with(String benchmark, String scheme) {
        return entry(benchmark, AFTER, Map.of("requests", "1000", "scheme", scheme));
    }

    private static Entry entry(String benchmark, double[][] forks, Map<String, String> params) {
        return new Entry(benchmark, forks).with("params", new TreeMap<>(params));
    }

    private String file(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }
}
