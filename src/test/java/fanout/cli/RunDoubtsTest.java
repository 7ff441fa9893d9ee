package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a whole run doubtful is said wherever its verdicts are. */
class RunDoubtsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String QUICK =
            "a run with --quick: it is for trying things out, and too short to conclude from";

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = temp.resolve("run");
        DamagedInputTest.copy(Path.of("src/test/resources/fanout/folders/today"), folder);
    }

    private interface Change {
        void of(ObjectNode manifest);
    }

    private void manifest(Change change) throws IOException {
        Path file = folder.resolve("manifest.json");
        ObjectNode manifest = (ObjectNode) MAPPER.readTree(file.toFile());
        change.of(manifest);
        Files.write(file, MAPPER.writeValueAsBytes(manifest));
    }

    private String compare(String format) {
        return CommandLineSession.compare("--fail-on", "never", "--format", format, folder.toString())
                .out();
    }

    @Test
    void thatARunWasQuickIsSaidInEachFormat() throws IOException {
        manifest(all -> all.withObject("/settings").withObject("/shorter").put("warmupCount", 1));

        for (String format : new String[] {"text", "markdown", "json", "html"}) {
            assertThat(compare(format).replaceAll("\\s+", " ")).as(format).contains("a run with --quick");
        }
        CommandLineSession.run(folder, "report", folder.toString());
        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence("class=\"banner\"", QUICK, "<nav");
    }

    @Test
    void aMachineWhoseSpeedChangedIsNamed() throws IOException {
        manifest(all -> {
            double[] ruler = {4};
            all.withArray("/forks").forEach(fork -> ((ObjectNode) fork).put("rulerMillis", ruler[0] += 0.5));
        });

        assertThat(compare("json"))
                .contains("the machine's own speed changed by ", "its ruler, a fixed loop, took 4.50 to ");
    }

    /** A damaged manifest may say so: then nothing is known of that fork's speed. */
    @Test
    void aRulerOfNoTimeSaysNothing() throws IOException {
        manifest(all -> all.withArray("/forks").forEach(fork -> ((ObjectNode) fork).put("rulerMillis", 4)));
        manifest(all -> ((ObjectNode) all.withArray("/forks").get(0)).put("rulerMillis", 0));

        assertThat(compare("json")).doesNotContain("ruler");
    }

    @Test
    void aSteadyMachineNeedsNoWord() throws IOException {
        manifest(all -> all.withArray("/forks").forEach(fork -> ((ObjectNode) fork).put("rulerMillis", 4)));

        assertThat(compare("json")).doesNotContain("ruler", "--quick");
    }
}
