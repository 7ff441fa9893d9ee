package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of runs that share out the rounds of one experiment are judged as one. */
class MergedRunsTest {
    private static final String NAME = "a.Bench.parse";
    private static final double[][] BASE = drifting(10, 1);
    private static final double[][] SLOWER = drifting(10.6, 2);

    @TempDir
    Path folder;

    /** Two folders with half of the rounds each are judged as one folder with all of them, on one host or on two. */
    @ParameterizedTest
    @ValueSource(strings = {"host1", "host2"})
    void twoHalvesOfARunAreJudgedAsTheWholeRun(String host) throws Exception {
        String whole = run("whole", "host1", 0, 6);
        String first = run("first", "host1", 0, 3);
        String second = run("second", host, 3, 6);

        JsonNode expected = compareToJson(whole).get("benchmarks");

        assertThat(expected.at("/0/verdict").asText()).isEqualTo("slower");
        assertThat(expected.at("/0/paired").asBoolean()).isTrue();
        assertThat(rounded(compareToJson(first, second).get("benchmarks"))).isEqualTo(rounded(expected));
        assertThat(rounded(compareToJson(second, first).get("benchmarks"))).isEqualTo(rounded(expected));
    }

    @Test
    void theIntervalOfMergedRunsSpeaksOfTheirHostsOnly() throws Exception {
        JsonNode json = compareToJson(run("b", "hostB", 0, 3), run("a", "hostA", 3, 6));

        assertThat(json.get("baseline").asText()).isEqualTo("jdk17");
        assertThat(json.get("candidates")).hasSize(1).first().hasToString("\"jdk25\"");
        assertThat(json.at("/environment/0/host").asText()).isEqualTo("hostA, hostB");
        assertThat(json.at("/environment/0/hosts")).hasToString("[\"hostA\",\"hostB\"]");
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly("the rounds are of 2 machines (hostA, hostB): the intervals speak of these, not of"
                        + " machines in general");
        assertThat(compareToJson(run("c", "host", 0, 3), run("d", "host", 3, 6)).get("warnings"))
                .isEmpty();
    }

    /** A machine of half the speed is not an outlier, and a round that it did not complete is not in the scores. */
    @Test
    void aSlowMachineDisturbsNeitherScoresNorWarnings() throws Exception {
        RunFiles slow = new RunFiles(folder.resolve("slow"), true).jvm("jdk17").jvm("jdk25");
        slow.forks("jdk17", NAME, Entry.forks(2, 20, 5)).forks("jdk25", NAME, Entry.forks(1, 22, 6));
        RunFiles fast = new RunFiles(folder.resolve("fast"), true).jvm("jdk17").jvm("jdk25");
        fast.forks("jdk17", NAME, Entry.forks(5, 10, 7)).forks("jdk25", NAME, Entry.forks(5, 11, 8));

        JsonNode judgement =
                compareToJson(fast.write().toString(), slow.write().toString()).at("/benchmarks/0");

        assertThat(judgement.get("candidateScore").asDouble()
                        / judgement.get("baselineScore").asDouble())
                .isBetween(1.09, 1.11);
        assertThat(judgement.get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly("1 of 7 rounds are not complete, and left out");
    }

    @Test
    void anOutlyingRoundIsNamed() throws Exception {
        double[][] other = Entry.forks(6, 10, 4);
        other[2] = new double[] {15, 15, 15, 15};
        Path run = new RunFiles(folder.resolve("run"), true)
                .jvm("jdk17")
                .jvm("jdk25")
                .forks("jdk17", NAME, Entry.forks(6, 10, 3))
                .forks("jdk25", NAME, other)
                .write();

        assertThat(compareToJson(run.toString()).at("/benchmarks/0/warnings/0").asText())
                .matches("a round's change lies \\+\\d\\d\\.\\d % off the median of all");
    }

    @Test
    void forksOfSeveralHostsWithoutTurnsAreMixedWithAWarning() throws Exception {
        String first = files("a", "hostA", false, 0, 3).write().toString();
        String second = files("b", "hostB", false, 3, 6).write().toString();

        JsonNode json = compareToJson(first, second);

        assertThat(json.at("/benchmarks/0/baselineForks").asInt()).isEqualTo(6);
        assertThat(json.at("/benchmarks/0/paired").asBoolean()).isFalse();
        assertThat(json.at("/warnings/0").asText()).isEqualTo("the results are of different hosts: hostA, hostB");
    }

    /** A control does not count as a second JVM. */
    @Test
    void runsOfOneJvmAreComparedAsBeforeAndAfter() throws Exception {
        String before = single("before", BASE).write().toString();
        String after = single("after", SLOWER).write().toString();

        JsonNode json = compareToJson(before, after);

        assertThat(json.get("baseline").asText()).isEqualTo(before + ":jdk17");
        assertThat(json.get("candidates")).hasSize(2);
        assertThat(json.at("/benchmarks/1/paired").asBoolean()).isFalse();
    }

    @Test
    void strategiesInRunsOfOneJvmAreJudgedTogether() throws Exception {
        String first = single("first", Arrays.copyOfRange(BASE, 0, 3))
                .forks("jdk17", "a.Bench.two", Arrays.copyOfRange(SLOWER, 0, 3))
                .write()
                .toString();
        String second = single("second", Arrays.copyOfRange(BASE, 3, 6))
                .forks("jdk17", "a.Bench.two", Arrays.copyOfRange(SLOWER, 3, 6))
                .write()
                .toString();

        JsonNode judgements = compareToJson("--by", "strategy", first, second).get("benchmarks");

        assertThat(judgements.findValuesAsText("jvm")).containsExactly("jdk17");
        assertThat(judgements.findValuesAsText("baselineForks")).containsExactly("6");
        assertThat(judgements.findValuesAsText("verdict")).containsExactly("slower");
    }

    @Test
    void theControlsOfMergedRunsAreOneControl() throws Exception {
        String first = controlled("first", 0, 3).write().toString();
        String second = controlled("second", 3, 6).write().toString();

        JsonNode json = compareToJson(first, second);

        assertThat(json.at("/environment").findValuesAsText("control")).containsExactly("false", "false", "true");
        assertThat(json.get("benchmarks"))
                .extracting(judgement -> judgement.get("baselineForks").asInt())
                .containsExactly(6, 6);
        assertThat(json.get("benchmarks"))
                .extracting(judgement -> judgement.get("verdict").asText())
                .containsExactly("inconclusive", "slower");
        assertThat(json.at("/benchmarks/0/reason").asText()).startsWith("the control differs");
    }

    private RunFiles controlled(String name, int from, int to) {
        return files(name, name, true, from, to)
                .control("again")
                .forks("again", NAME, Arrays.copyOfRange(drifting(11, 3), from, to));
    }

    @Test
    void runsOfOtherJvmsStayApart() throws Exception {
        String first = run("first", "host1", 0, 3);
        String second =
                files("second", "host1", true, 3, 6).jvm("jdk21").write().toString();

        JsonNode json = compareToJson(first, second);

        assertThat(json.get("baseline").asText()).isEqualTo(first + ":jdk17");
        assertThat(json.at("/warnings/0").asText())
                .isEqualTo("not put together, since the JVMs differ: " + first + " has jdk17, jdk25; " + second
                        + " has jdk17, jdk25, jdk21");
    }

    @Test
    void runsOfTwoBuildsAreComparedAsBeforeAndAfter() throws Exception {
        String first = files("first", "host1", true, 0, 3).jar("a1").write().toString();
        String second = files("second", "host1", true, 3, 6).jar("b2").write().toString();

        JsonNode json = compareToJson(first, second);

        assertThat(json.get("baseline").asText()).isEqualTo(first + ":jdk17");
        assertThat(json.at("/warnings/0").asText())
                .isEqualTo("not put together, since they are of different builds of the benchmarks");
    }

    private RunFiles single(String name, double[][] forks) {
        return new RunFiles(folder.resolve(name), true)
                .jvm("jdk17")
                .control("again")
                .forks("jdk17", NAME, forks)
                .forks("again", NAME, forks);
    }

    private String run(String name, String host, int from, int to) {
        return files(name, host, true, from, to).write().toString();
    }

    private RunFiles files(String name, String host, boolean turns, int from, int to) {
        return new RunFiles(folder.resolve(name), turns)
                .host(host)
                .jvm("jdk17")
                .jvm("jdk25")
                .forks("jdk17", NAME, Arrays.copyOfRange(BASE, from, to))
                .forks("jdk25", NAME, Arrays.copyOfRange(SLOWER, from, to));
    }

    /**
     * Each round is on another machine, or at another time: it has a level of its own, which is the same for all sides.
     */
    private static double[][] drifting(double level, long seed) {
        double[] drift = {1, 2.4, 1.3, 0.8, 1.9, 3.1};
        double[][] forks = Entry.forks(drift.length, level, seed);
        for (int i = 0; i < forks.length; i++) {
            double factor = drift[i];
            forks[i] = Arrays.stream(forks[i]).map(score -> score * factor).toArray();
        }
        return forks;
    }

    /** The last digits of a sum depend on the order of its terms. */
    private static JsonNode rounded(JsonNode judgements) {
        for (JsonNode judgement : judgements) {
            judgement.fieldNames().forEachRemaining(name -> {
                JsonNode value = judgement.get(name);
                if (value.isDouble()) {
                    ((ObjectNode) judgement).put(name, Math.round(value.doubleValue() * 1e9));
                }
            });
            ((ObjectNode) judgement).remove(List.of("ci", "machines"));
        }
        return judgements;
    }
}
