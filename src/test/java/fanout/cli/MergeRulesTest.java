package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are not put together, and which differences are only warned of. */
class MergeRulesTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @Test
    void runsWithDifferentSettingsAreRefused() {
        String first = run("first", 1, entry -> entry);

        isRefused(
                first,
                run("second", 2, entry -> entry.with("warmupTime", "9 s")),
                ", which has a.Bench.parse with different settings: warm-up 5 x 1 s against 5 x 9 s");
        isRefused(
                first,
                run("third", 3, entry -> entry.with("measurementIterations", 9)),
                ", which has a.Bench.parse with different settings: measurement 4 x 1 s against 9 x 1 s");
        isRefused(
                first,
                run("fourth", 4, entry -> entry.with("params", Map.of("size", "1"))),
                ": a.Bench.parse avgt {size=1} in the one, a.Bench.parse avgt in the other");
        isRefused(
                first,
                run("fifth", 5, entry -> entry.with("threads", 2)),
                ": a.Bench.parse avgt t=2 in the one, a.Bench.parse avgt in the other");
    }

    /** The first run may be the one that lacks what the others differ in. */
    @Test
    void everyRunIsCheckedAgainstEveryOther() {
        String first = new RunFiles(folder.resolve("first"), true)
                .jvm("a")
                .jvm("b")
                .fork(1, "a", new Entry(NAME, new double[] {1}))
                .failed(1, "b")
                .write()
                .toString();
        String second = files("second", 2, entry -> entry).write().toString();
        String third = new RunFiles(folder.resolve("third"), true)
                .jvm("a")
                .jvm("b")
                .fork(1, "b", new Entry(NAME, new double[] {3}).with("warmupTime", "9 s"))
                .write()
                .toString();

        assertThat(complaint(first, second, third))
                .isEqualTo("fanout: " + third + ": can't be put together with " + second
                        + ", which has a.Bench.parse with different settings: warm-up 5 x 1 s against 5 x 9 s");
    }

    @Test
    void runsOfWhichOnlyOneTookTurnsAreRefused() {
        String first = run("first", 1, entry -> entry);
        String second = new RunFiles(folder.resolve("second"), false)
                .jvm("a")
                .jvm("b")
                .forks("a", NAME, Entry.forks(3, 10, 7))
                .write()
                .toString();

        isRefused(first, second, ": only the forks of " + first + " took turns");
        isRefused(second, first, ": only the forks of " + first + " took turns");
    }

    @Test
    void theSameRunTwiceIsRefused() {
        String run = run("run", 1, entry -> entry);
        String copy = run("copy", 1, entry -> entry);

        isRefused(run, run, ": the forks of one are those of the other");
        isRefused(run, copy, ": the forks of one are those of the other");
    }

    @Test
    void anIncompleteCopyOfARunIsRefused() {
        String early = run("early", 1, entry -> entry);
        String late = files("late", 1, entry -> entry)
                .fork(4, "a", new Entry(NAME, new double[] {10, 10, 10, 10}))
                .write()
                .toString();

        isRefused(early, late, ": the forks of one are those of the other");
        isRefused(late, early, ": the forks of one are those of the other");
    }

    @Test
    void differentVersionsOfAJvmAreNamed() throws Exception {
        String first = run("first", 1, entry -> entry);
        String second = run("second", 2, entry -> entry.with("jdkVersion", "17.0.16"));
        String third = run("third", 3, entry -> entry.with("jvmArgs", List.of("-Xmx1g")));

        JsonNode json = compareToJson(first, second, third);

        assertThat(json.at("/benchmarks/0/baselineForks").asInt()).isEqualTo(9);
        assertThat(json.at("/benchmarks/0/paired").asBoolean()).isTrue();
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .contains(
                        "JVM versions of a differ: 17.0.15 in " + first + ", " + third + "; 17.0.16 in " + second,
                        "JVM arguments of b differ: [] in " + first + ", " + second + "; [-Xmx1g] in " + third)
                .hasSize(4);
    }

    @Test
    void aRunThatWasCutShortIsNamedAndUsed() throws Exception {
        String first = files("first", 1, entry -> entry)
                .forks("a", "a.Bench.print", Entry.forks(3, 5, 8))
                .forks("b", "a.Bench.print", Entry.forks(3, 5, 9))
                .write()
                .toString();
        String second = run("second", 2, entry -> entry);

        JsonNode json = compareToJson(first, second);

        assertThat(json.at("/benchmarks").findValuesAsText("baselineForks")).containsExactly("6", "3");
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly(second + " lacks what another run has: a.Bench.print avgt");
    }

    @Test
    void aRunWithoutAFinishedForkIsLeftOut() throws Exception {
        String dead = dead("dead");
        String alive = run("alive", 1, entry -> entry);

        JsonNode json = compareToJson(dead, alive);

        assertThat(json.at("/benchmarks/0/baselineForks").asInt()).isEqualTo(3);
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly(dead + " is left out: no fork of it ended well");
    }

    @Test
    void runsWithoutAnyFinishedForkAreRefused() {
        String one = dead("one");
        String two = dead("two");

        assertThat(complaint(one, two))
                .isEqualTo("fanout: " + one + ", " + two + ": no fork of these runs has ended well yet");
    }

    /** Fields of a manifest that a comparison does not need are ignored. */
    @Test
    void failedForksAreCounted() throws Exception {
        String run = files("run", 1, entry -> entry)
                .failed(4, "a")
                .failed(4, "b")
                .failed(5, "b")
                .eachFork("attempt", 2)
                .eachFork("seconds", 12.5)
                .eachFork("params", Map.of("requests", "1000"))
                .eachFork("start", "2026-01-02T03:04:05Z")
                .write()
                .toString();

        assertThat(compareToJson(run).get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly(run + ": 3 of 9 forks failed: 1 of a (died), 2 of b (died)");
        assertThat(compareToJson(run, run("other", 2, entry -> entry)).get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly(run + ": 3 of 9 forks failed: 1 of a (died), 2 of b (died)");
    }

    private String dead(String name) {
        return new RunFiles(folder.resolve(name), true)
                .jvm("a")
                .jvm("b")
                .failed(1, "a")
                .failed(1, "b")
                .write()
                .toString();
    }

    private String run(String name, long seed, UnaryOperator<Entry> change) {
        return files(name, seed, change).write().toString();
    }

    /** Three rounds of two JVMs. */
    private RunFiles files(String name, long seed, UnaryOperator<Entry> change) {
        RunFiles run = new RunFiles(folder.resolve(name), true).jvm("a").jvm("b");
        double[][] first = Entry.forks(3, 10, seed);
        double[][] second = Entry.forks(3, 10, seed + 100);
        for (int round = 1; round <= 3; round++) {
            run.fork(round, "a", change.apply(new Entry(NAME, first[round - 1])));
            run.fork(round, "b", change.apply(new Entry(NAME, second[round - 1])));
        }
        return run;
    }

    private static void isRefused(String first, String second, String why) {
        assertThat(complaint(first, second))
                .isEqualTo("fanout: " + second + ": can't be put together with " + first + why);
    }

    private static String complaint(String... runs) {
        CommandLineSession session = CommandLineSession.compare(runs);
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).hasSize(1);
        return session.complaints().get(0);
    }
}
