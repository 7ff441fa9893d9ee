package fanout.cli;

import static fanout.cli.CommandLineSession.compareToJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.record.IterationRecord;
import fanout.record.WarmUpRecord;
import fanout.testing.Entry;
import fanout.testing.JitWork;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forks that were measured before they were warm are named, wherever their verdicts are. */
class WarmUpWarningsTest {
    private static final String NAME = "a.b.Bench.parse";
    private static final List<IterationRecord> WARM = JitWork.iterations(2, 900, 50, 0, 100);

    @TempDir
    Path folder;

    @Test
    void forksThatWereStillCompilingAreCountedForEachArm() throws IOException {
        RunFiles files =
                run("run", WARM, JitWork.iterations(2, 900, 800, 100, 200), JitWork.iterations(2, 9, 9, 520, 100));
        String run = files.write().toString();

        assertThat(warnings(run))
                .containsExactly(run + ": 25 Bench.parse: 2 of 3 forks were still compiling while they were measured,"
                        + " for up to 31 % of the time: a longer warm-up (-wi) would end that");
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0,",
        "201, 0, 10 % of the time",
        "1000, 1000, 100 % of the time",
        "1500, 1500, 150 % of the time of one core"
    })
    void aTenthOfTheTimeIsNormal(long one, long two, String share) throws IOException {
        String run =
                run("run", WARM, JitWork.iterations(2, 0, 0, one, two)).write().toString();
        String warning = run + ": 25 Bench.parse: 1 of 2 forks was still compiling while it was measured, for " + share
                + ": a longer warm-up (-wi) would end that";

        assertThat(warnings(run)).isEqualTo(share == null ? List.of() : List.of(warning));
    }

    /** A cold start is what a benchmark without a warm-up measures. */
    @Test
    void forksWithoutAWarmUpAreNotNamed() throws IOException {
        assertThat(warnings(run("run", JitWork.iterations(0, 900, 900)).write().toString()))
                .isEmpty();
    }

    @Test
    void foldersThatDontKnowSayNothing() throws IOException {
        assertThat(warnings(run("old", JitWork.unknown(2, 2)).write().toString()))
                .isEmpty();
        assertThat(warnings(run("broken", JitWork.iterations(1, 0, 900))
                        .iterations("not JSON")
                        .write()
                        .toString()))
                .isEmpty();
    }

    @Test
    void eachOfSeveralFoldersIsNamed() throws IOException {
        String calm = run("calm", WARM, WARM, WARM).write().toString();
        String busy = run("busy", JitWork.iterations(1, 0, 500), WARM).write().toString();

        assertThat(warnings(calm, busy))
                .containsExactly(busy + ": 25 Bench.parse: 1 of 2 forks was still compiling while it was measured,"
                        + " for 50 % of the time: a longer warm-up (-wi) would end that");
    }

    @Test
    void everyFormatAndThePageHaveTheWarning() throws IOException {
        Path run = run("run", JitWork.iterations(1, 0, 500)).write();
        String warning = "25 Bench.parse: 1 of 1 forks was still compiling";

        for (String format : List.of("text", "markdown", "html")) {
            assertThat(CommandLineSession.compare("--format", format, run.toString())
                            .out())
                    .contains(warning);
        }
        CommandLineSession.run(Path.of("unused"), "report", run.toString());
        assertThat(Files.readString(run.resolve("report.html"))).contains("<li>" + warning);
    }

    @Test
    void aWarmUpWhoseEndWasNeverSeenIsNamed() throws IOException {
        RunFiles endless =
                run("endless", JitWork.iterations(3, 0, 0, 0, 0), WARM).warmUps(learned(null, 40));
        RunFiles seen = run("seen", JitWork.iterations(3, 0, 0, 0, 0), WARM).warmUps(learned(1, 2));
        String run = endless.write().toString();

        assertThat(warnings(run))
                .containsExactly(run + ": Bench.parse: its warm-up of 3 iterations was never seen to be over");
        assertThat(warnings(seen.write().toString())).isEmpty();
    }

    /** Where the forks' own iterations are missing, the manifest has the number. */
    @Test
    void theManifestMayBeAllThatIsKnownOfAWarmUp() throws IOException {
        RunFiles files =
                new RunFiles(folder.resolve("run"), true).jvm("17").jvm("25").warmUps(learned(null, 40));
        String run = files.forks("17", NAME, Entry.forks(3, 10, 1))
                .forks("25", NAME, Entry.forks(3, 10, 2))
                .write()
                .toString();

        assertThat(warnings(run))
                .containsExactly(run + ": Bench.parse: its warm-up of 40 iterations was never seen to be over");
    }

    /** Two benchmarks may have the same class and method; then all that makes them different is named. */
    @Test
    void benchmarksOfOneNameAreToldApart() throws IOException {
        RunFiles files = run("run", JitWork.iterations(1, 0, 500));
        Entry other = new Entry(NAME, new double[] {1}).with("params", new TreeMap<>(Map.of("size", "1")));
        String run = files.fork(1, "25", other).iterations(WARM).write().toString();

        assertThat(warnings(run))
                .singleElement()
                .asString()
                .startsWith(run + ": 25 " + NAME + " avgt: 1 of 1 forks was still compiling");
    }

    /** A run with warm forks of 17, and these of 25. */
    @SafeVarargs
    private RunFiles run(String name, List<IterationRecord>... forks) {
        RunFiles run = new RunFiles(folder.resolve(name), true).jvm("17").jvm("25");
        double[][] scores = Entry.forks(forks.length, 10, name.hashCode());
        for (int i = 0; i < forks.length; i++) {
            run.fork(i + 1, "17", new Entry(NAME, scores[i])).iterations(WARM);
            run.fork(i + 1, "25", new Entry(NAME, new double[] {scores[i][0] * 1.1, scores[i][1] * 1.1}))
                    .iterations(forks[i]);
        }
        return run;
    }

    private static WarmUpRecord learned(Integer round, int iterations) {
        SortedMap<String, String> none = new TreeMap<>();
        return new WarmUpRecord(NAME, "avgt", none, round, iterations);
    }

    private static List<String> warnings(String... runs) throws IOException {
        JsonNode json = compareToJson(runs);
        List<String> warnings = new ArrayList<>();
        json.get("warnings").forEach(warning -> warnings.add(warning.asText()));
        return warnings;
    }
}
