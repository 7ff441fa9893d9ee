package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds are compared with rounds only if the manifest says that the forks took turns. */
class PairingTest {
    private static final String NAME = "a.Bench.parse";

    /** The machine's speed changes from round to round, in the same way for both sides. */
    private static final double[] DRIFT = {1, 2.4, 1.3, 0.8, 1.9};

    private static final double[][] BASE = drifting(10, 1);
    private static final double[][] SLOWER = drifting(10.6, 2);

    @TempDir
    Path folder;

    @Test
    void forksThatTookTurnsAreJudgedInPairs() throws Exception {
        JsonNode judgement = judgement(run(true, BASE, SLOWER));

        assertThat(judgement.get("paired").asBoolean()).isTrue();
        assertThat(judgement.get("verdict").asText()).isEqualTo("slower");
        assertThat(judgement.get("change").asDouble()).isBetween(0.05, 0.07);
    }

    @Test
    void forksWithoutTurnsAreNotPaired() throws Exception {
        JsonNode judgement = judgement(run(false, BASE, SLOWER));

        assertThat(judgement.get("paired").asBoolean()).isFalse();
        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
    }

    @Test
    void forksWithoutTheirManifestAreNotPaired() throws Exception {
        Path base = Entry.write(folder.resolve("loose/jdk17.json"), new Entry(NAME, BASE));
        Path slower = Entry.write(folder.resolve("loose/jdk25.json"), new Entry(NAME, SLOWER));

        JsonNode files = judgement(base, slower);
        JsonNode asFolder = judgement(folder.resolve("loose"));

        assertThat(files).isEqualTo(asFolder).isEqualTo(judgement(run(false, BASE, SLOWER)));
    }

    /** The forks of each run took turns, but not with those of the other. */
    @Test
    void twoRunsOfOneHostAreNotPaired() throws Exception {
        JsonNode judgement = judgement(run("before", BASE), run("after", SLOWER));

        assertThat(judgement.get("paired").asBoolean()).isFalse();
        assertThat(judgement.get("baselineForks").asInt()).isEqualTo(5);
        assertThat(judgement.get("verdict").asText()).isEqualTo("inconclusive");
    }

    private Path run(String name, double[][] forks) {
        return new RunFiles(folder.resolve(name), true)
                .jvm("jdk17")
                .forks("jdk17", NAME, forks)
                .write();
    }

    /** How well the rounds correlate does not matter. */
    @Test
    void theDataNeverDecideWhetherRoundsArePaired() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            List<double[]> shuffled = new ArrayList<>(Arrays.asList(SLOWER));
            Collections.shuffle(shuffled, random);
            double[][] other = shuffled.toArray(double[][]::new);

            assertThat(judgement(run(true, BASE, other)).get("paired").asBoolean())
                    .isTrue();
            assertThat(judgement(run(false, BASE, other)).get("paired").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void roundsThatOneSideLacksAreLeftOutWithAWarning() throws Exception {
        RunFiles run = new RunFiles(folder.resolve("run"), true).jvm("jdk17").jvm("jdk25");
        for (int round = 1; round <= 5; round++) {
            add(run, round, "jdk17", BASE, 1);
            add(run, round, "jdk25", SLOWER, 4);
        }

        JsonNode judgement = judgement(run.write());

        assertThat(judgement.get("paired").asBoolean()).isTrue();
        assertThat(judgement.get("verdict").asText()).isEqualTo("slower");
        assertThat(judgement.get("warnings"))
                .extracting(JsonNode::asText)
                .contains("2 of 5 rounds are not complete, and left out");
    }

    private static void add(RunFiles run, int round, String label, double[][] forks, int failing) {
        if (round == failing) {
            run.failed(round, label);
        } else {
            run.fork(round, label, new Entry(NAME, forks[round - 1]));
        }
    }

    @Test
    void twoCompleteRoundsAreTooFew() throws Exception {
        JsonNode judgement = judgement(run(true, Arrays.copyOf(BASE, 5), Arrays.copyOf(SLOWER, 2)));

        assertThat(judgement.get("reason").asText()).isEqualTo("only 2 complete rounds, where a verdict takes 3");
    }

    @Test
    void strategiesArePairedByRounds() throws Exception {
        Path run = new RunFiles(folder.resolve("run"), true)
                .jvm("jdk17")
                .control("jdk17-again")
                .forks("jdk17", "a.Bench.one", BASE)
                .forks("jdk17", "a.Bench.two", SLOWER)
                .forks("jdk17-again", "a.Bench.one", BASE)
                .forks("jdk17-again", "a.Bench.two", SLOWER)
                .write();

        JsonNode benchmarks = compareToJson("--by", "strategy", run.toString()).get("benchmarks");

        assertThat(benchmarks).hasSize(1);
        assertThat(benchmarks.at("/0/paired").asBoolean()).isTrue();
        assertThat(benchmarks.at("/0/verdict").asText()).isEqualTo("slower");
    }

    private static double[][] drifting(double level, long seed) {
        double[][] forks = Entry.forks(DRIFT.length, level, seed);
        return IntStream.range(0, forks.length)
                .mapToObj(i -> Arrays.stream(forks[i])
                        .map(score -> score * DRIFT[i] / forks[i][0] * level)
                        .toArray())
                .toArray(double[][]::new);
    }

    private Path run(boolean turns, double[][] baseline, double[][] candidate) {
        return new RunFiles(folder.resolve(turns ? "turns" : "forks"), turns)
                .jvm("jdk17")
                .jvm("jdk25")
                .forks("jdk17", NAME, baseline)
                .forks("jdk25", NAME, candidate)
                .write();
    }

    private JsonNode judgement(Path... inputs) throws Exception {
        return compareToJson(Arrays.stream(inputs).map(Path::toString).toArray(String[]::new))
                .at("/benchmarks/0");
    }
}
