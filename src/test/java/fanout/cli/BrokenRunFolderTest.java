package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose manifest can't be used is reported in one line. */
class BrokenRunFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                  | is not a run's manifest: it must be an object
            null                                | has schema null, must be fanout-run/1
            [1]                                 | is not a run's manifest: it must be an object
            {"schema": "fanout-run/1"           | is not a run's manifest: Unexpected end-of-input
            {"schema": "fanout-run/9"}          | has schema fanout-run/9, must be fanout-run/1
            {"schema": "fanout-run/1"} {}       | is not a run's manifest: has more after its end
            {"schema": "fanout-run/1", "jvms": [{}]} | is not a run's manifest: a JVM has no label
            {"schema": "fanout-run/1", "forks": [{}]} | is not a run's manifest: a fork has no label
            {"schema": "fanout-run/1", "forks": [{"label": "a", "status": "ok"}]} | is not a run's manifest: a fork that
            """)
    void aBrokenManifestIsReportedInOneLine(String manifest, String complaint) {
        Path file = Entry.write(folder.resolve("manifest.json"), manifest);

        isRefused(file + ": " + complaint);
    }

    @ParameterizedTest
    @CsvSource({"forks/0099.json", "../outside.json", "/etc/hosts", "forks", "a NUL"})
    void aManifestThatNamesAMissingForkFileIsRefused(String file) throws Exception {
        Entry.write(folder.resolve("outside.json"), new Entry("a.B.c", Entry.forks(3, 1, 1)));
        Path run = folder.resolve("run");
        Files.createDirectories(run.resolve("forks"));
        Path manifest = Entry.write(run.resolve("manifest.json"), """
                {"schema": "fanout-run/1", "jvms": [{"label": "a"}],
                 "forks": [{"round": 1, "label": "a", "status": "ok", "file": "%s"}]}""".formatted(file.replace("NUL", "\\u0000")));

        isRefused(run, manifest + ": names a fork's file that is not there: " + file.replace("NUL", "?"));
    }

    @Test
    void aRoundWithTwoForksOfOneArmIsRefused() {
        Path run = new RunFiles(folder, true)
                .jvm("a")
                .fork(1, "a", new Entry("a.B.c", new double[] {1}))
                .fork(1, "a", new Entry("a.B.c", new double[] {2}))
                .write();

        isRefused(run.resolve("manifest.json") + ": has more than one fork of a.B.c on a in round 1");
    }

    @Test
    void aRunWithoutAFinishedForkIsRefused() {
        new RunFiles(folder, true).jvm("a").failed(1, "a").write();

        isRefused(folder + ": no fork of this run has ended well yet");
    }

    @Test
    void aBrokenForkFileIsReportedInOneLine() {
        new RunFiles(folder, true)
                .jvm("a")
                .fork(1, "a", new Entry("a.B.c", new double[] {1}))
                .write();
        Entry.write(folder.resolve("forks/0001.json"), "[");

        isRefused(folder + "/forks/0001.json: is not JSON, or cut off: line 1, column 2");
    }

    private void isRefused(String complaint) {
        isRefused(folder, complaint);
    }

    private static void isRefused(Path run, String complaint) {
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "compare", run.toString());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: " + complaint)
                .doesNotContain("Exception", "\tat ");
    }
}
