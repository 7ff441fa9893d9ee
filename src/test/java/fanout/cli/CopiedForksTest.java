package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork that is there several times is still one fork. */
class CopiedForksTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @Test
    void anEntryThatIsThereThreeTimesCountsOnce() throws Exception {
        Entry one = new Entry(NAME, Entry.forks(1, 10, 1)).secondary("gc.count", "counts", new double[] {1, 2, 3, 4});
        Entry other = new Entry(NAME, Entry.forks(1, 11, 2)).secondary("gc.count", "counts", new double[] {1, 2, 3, 4});

        JsonNode json =
                compareToJson("--metric", "gc", write("base", one, one, one), write("candidate", other, other, other));

        JsonNode score = json.at("/benchmarks/0");
        assertThat(score.get("verdict").asText()).isEqualTo("inconclusive");
        assertThat(score.get("reason").asText()).startsWith("only 1 forks on a side");
        assertThat(score.get("baselineForks").asInt()).isEqualTo(1);
        assertThat(score.get("warnings")).isEmpty();
        assertThat(json.at("/benchmarks/1/baselineForks").asInt()).isEqualTo(1);
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .contains("base: 2 of 3 forks of a.Bench.parse avgt are copies of others, the same to the last digit;"
                        + " each counts once");
    }

    @Test
    void copiesAmongOtherForksChangeNothingButAWarning() throws Exception {
        double[][] forks = Entry.forks(5, 11, 2);
        String base = write("base", new Entry(NAME, Entry.forks(5, 10, 1)));
        String clean = write("clean", new Entry(NAME, forks));
        String copied = write("copied", new Entry(NAME, forks), new Entry(NAME, forks[3], forks[0]));

        JsonNode with = compareToJson(base, copied).at("/benchmarks/0");

        JsonNode without = compareToJson(base, clean).at("/benchmarks/0");
        for (String number : new String[] {"change", "ci", "p", "verdict", "candidateForks", "candidateScore"}) {
            assertThat(with.get(number)).as(number).isEqualTo(without.get(number));
        }
    }

    @Test
    void aFileThatIsComparedWithItselfIsWarnedOf() throws Exception {
        Entry entry = new Entry(NAME, Entry.forks(5, 10, 1));

        JsonNode judgement =
                compareToJson(write("base", entry), write("candidate", entry)).at("/benchmarks/0");

        assertThat(judgement.at("/warnings/0").asText())
                .isEqualTo(
                        "5 of 5 forks of the candidate are copies of the baseline's, the same to the last digit: they"
                                + " are compared with themselves");
    }

    @Test
    void strategiesAreComparedWithoutCopies() throws Exception {
        Entry one = new Entry("a.Bench.one", Entry.forks(3, 10, 1));
        Entry two = new Entry("a.Bench.two", Entry.forks(3, 11, 2));

        JsonNode json = compareToJson("--by", "strategy", write("both", one, two, two));

        assertThat(json.at("/benchmarks/0/candidateForks").asInt()).isEqualTo(3);
        assertThat(json.at("/warnings/0").asText()).startsWith("both: 3 of 6 forks of a.Bench.two avgt are copies");
    }

    /** Forks of a single iteration can be told from chance if their scores have enough digits. */
    @Test
    void singleShotsAreCopiesIfTheirScoresAreFine() throws Exception {
        String base = write("base", new Entry(NAME, shots(451.2345, 460.1289, 455.3312)));
        String fine = write("fine", new Entry(NAME, shots(451.23457, 460.12891, 451.23457)));
        String coarse = write("coarse", new Entry(NAME, shots(451, 460, 451)));

        assertThat(compareToJson(base, fine).at("/benchmarks/0/candidateForks").asInt())
                .isEqualTo(2);
        assertThat(compareToJson(base, coarse)
                        .at("/benchmarks/0/candidateForks")
                        .asInt())
                .isEqualTo(3);
    }

    /** Two runs that have a round in common, as when a folder was copied and then went on. */
    @Test
    void forksThatTwoRunsHaveInCommonCountOnce() throws Exception {
        String first = run("first", 1, 2, 3).toString();
        String second = run("second", 3, 4).toString();

        JsonNode json = compareToJson(first, second);

        assertThat(json.at("/benchmarks/0/candidateForks").asInt()).isEqualTo(4);
        assertThat(json.get("warnings"))
                .extracting(JsonNode::asText)
                .contains("17: 1 of 5 forks of a.Bench.parse avgt are copies of others, the same to the last digit;"
                        + " each counts once");
    }

    private Path run(String name, int... seeds) throws IOException {
        RunFiles run = new RunFiles(folder.resolve(name), true).jvm("17").jvm("25");
        IntStream.range(0, seeds.length).forEach(i -> {
            run.fork(i + 1, "17", new Entry(NAME, Entry.forks(1, 10, seeds[i])));
            run.fork(i + 1, "25", new Entry(NAME, Entry.forks(1, 11, 100 + seeds[i])));
        });
        return run.write();
    }

    private static double[][] shots(double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> new double[] {scores[i]})
                .toArray(double[][]::new);
    }

    private String write(String name, Entry... entries) {
        return Entry.write(folder.resolve(name + ".json"), entries).toString();
    }
}
