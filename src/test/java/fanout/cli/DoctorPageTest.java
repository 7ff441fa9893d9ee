package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.record.MachineCheck;
import fanout.record.Severity;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a run says of its machine. */
class DoctorPageTest {
    private static final Finding BATTERY =
            new Finding("power", Severity.WARNING, "on battery", "slow cores save it", "plug it in");
    private static final Finding LAYOUT = new Finding("ASLR", Severity.NOTE, "off", "one layout", "switch it on");

    @TempDir
    Path folder;

    @Test
    void warningsAreVisibleAndTheOthersFolded() throws IOException {
        String page = page(run().machine(new MachineCheck("2026-01-01T00:00:00Z", List.of(BATTERY, LAYOUT)))
                .machine(new MachineCheck("2026-01-02T00:00:00Z", List.of(BATTERY))));
        String visible = page.replaceAll("(?s)<details.*?</details>", "");

        assertThat(visible)
                .containsOnlyOnce("<dt>warning</dt><dd>power: on battery</dd>")
                .doesNotContain("ASLR");
        assertThat(page)
                .containsSubsequence(
                        "<summary>The machine for measuring, 2026-01-01T00:00:00Z</summary>",
                        "<tr><th scope=\"row\">power</th><td>warning</td><td>on battery</td><td>slow cores save it</td>"
                                + "<td>plug it in</td></tr>",
                        "<tr><th scope=\"row\">ASLR</th>",
                        "<summary>The machine for measuring, 2026-01-02T00:00:00Z</summary>");
    }

    @Test
    void aRunOfAnEarlierVersionSaysNothingOfIt() throws IOException {
        assertThat(page(run())).doesNotContain("for measuring", "<dt>warning</dt>");
    }

    private RunFiles run() {
        return new RunFiles(folder.resolve("run"), true)
                .jvm("17")
                .jvm("25")
                .forks("17", "a.B.c", new double[] {1, 2})
                .forks("25", "a.B.c", new double[] {1, 2});
    }

    private static String page(RunFiles run) throws IOException {
        Path written = run.write();
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", written.toString());
        assertThat(session.complaints()).isEmpty();
        return Files.readString(written.resolve("report.html"));
    }
}
