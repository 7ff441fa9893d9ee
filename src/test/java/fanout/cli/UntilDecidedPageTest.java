package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a run that went on until it was decided. */
class UntilDecidedPageTest {
    private static final String NAME = "a.Bench.parse";

    @TempDir
    Path folder;

    @Test
    void thePageSaysHowOftenTheRunLooked() throws IOException {
        String sentence = "The run looked at its results 3 times, to end when they were clear";
        RunFiles run = new RunFiles(folder, true)
                .jvm("17")
                .jvm("25")
                .forks("17", NAME, Entry.forks(5, 10, 1))
                .forks("25", NAME, Entry.forks(5, 12, 2));

        assertThat(page(run)).doesNotContain("looked at its results", "until decided");
        assertThat(page(run.untilDecided(5))).containsOnlyOnce(sentence).contains("<dt>until decided</dt>");
    }

    private static String page(RunFiles run) throws IOException {
        Path written = run.write();
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "report", written.toString());
        assertThat(session.complaints()).isEmpty();
        return Files.readString(written.resolve("report.html"));
    }
}
