package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.WarmUpRecord;
import fanout.testing.Entry;
import fanout.testing.JitWork;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a run shows of the warm-up. */
class WarmupPlotTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    /** The plot is 156 high, its foot is at 164: the longest bar is a quarter of that. */
    @Test
    void theWorkOfTheJitIsDrawnAtTheFoot() throws IOException {
        RunFiles run = new RunFiles(folder, true).jvm("17").jvm("25");
        fork(run, 1, "17", 2, 800, 0, 200, 0);
        fork(run, 1, "25", 2, 400, 0, 0, 0);

        String page = page(run);

        assertThat(page)
                .contains("<small>JIT: up to 800 ms</small>")
                .contains("the time that the JIT compilers worked")
                .containsPattern("<path class=\"line bar s0\" d=\"M(\\S+) 164L\\1 125L\\1 164L\\S+ 164L(\\S+) 164"
                        + "L\\2 154.3L\\2 164L\\S+ 164\"/>")
                .containsPattern("<path class=\"line bar s1\" d=\"M(\\S+) 164L\\1 144.5L\\1 164(L\\S+ 164){3}\"/>")
                .contains("JIT, ms, all iterations in order", "<td>800 0 200 0</td>");
    }

    @Test
    void theLearnedEndIsMarkedWhereSomeForksWarmedUpLonger() throws IOException {
        RunFiles run = new RunFiles(folder, true).jvm("17").jvm("25");
        fork(run, 1, "17", 4, 8, 0, 0, 0, 0);
        fork(run, 2, "17", 2, 8, 0, 0);
        fork(run, 1, "25", 4, 8, 0, 0, 0, 0);
        run.warmUps(new WarmUpRecord(NAME, "avgt", new TreeMap<>(), 1, 2));

        String page = page(run);

        // Five iterations are 258 wide, from 46 on: the learned end lies between the second and the third.
        assertThat(page)
                .contains("<path class=\"guide g1\" d=\"M252.4 164L252.4 8\"/>")
                .contains("<path class=\"guide g2\" d=\"M149.2 164L149.2 8\"/>")
                .contains("The dashed line is where the warm-up ends that the run learned");
    }

    @Test
    void aRunThatKnowsNothingOfItShowsTheScoresAlone() throws IOException {
        RunFiles run = new RunFiles(folder, true).jvm("17").jvm("25");
        run.fork(1, "17", new Entry(NAME, new double[] {10})).iterations(JitWork.unknown(2, 1));
        run.fork(1, "25", new Entry(NAME, new double[] {11})).iterations(JitWork.unknown(2, 1));

        assertThat(page(run)).contains("Warm-up</h2>").doesNotContain("JIT:", "JIT, ms", "guide g2", "line bar");
    }

    private static void fork(RunFiles run, int round, String label, int warmups, long... compilationMillis) {
        run.fork(round, label, new Entry(NAME, new double[] {10, 10.1}))
                .iterations(JitWork.iterations(warmups, compilationMillis));
    }

    private static String page(RunFiles run) throws IOException {
        Path written = run.write();
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", written.toString());
        assertThat(session.complaints()).isEmpty();
        return Files.readString(written.resolve("report.html"));
    }
}
