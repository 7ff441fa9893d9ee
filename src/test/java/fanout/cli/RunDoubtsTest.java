package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The busiest I/O thread of the server had nothing left, on one arm. */
    @Test
    void aServerThatWasTheBottleneckIsNamedInEachFormat() throws IOException {
        busy("17", 0.97, 0.85); // 0.91 on average
        busy("25", 0.93, 0.85);

        for (String format : new String[] {"text", "markdown", "json", "html"}) {
            assertThat(compare(format).replaceAll("\\s+", " "))
                    .as(format)
                    .contains("the server was the bottleneck, its busiest I/O thread at work for 90 % of the time or"
                            + " more")
                    .contains("would hardly show: 17 semaphoreAsync (91 %); the property");
        }
        CommandLineSession.run(folder, "report", folder.toString());
        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence("class=\"banner\"", "the server was the bottleneck", "<nav");
    }

    @Test
    void aServerThatHadTimeLeftNeedsNoWord() throws IOException {
        busy("17", 0.89, 0.899);
        busy("25", 0.1, 0.2);

        assertThat(compare("json")).doesNotContain("bottleneck");
    }

    /** It waits for nothing but the server, on purpose. */
    @Test
    void theFloorMayBeBusyWithTheServer() throws IOException {
        busy("17", 0.97, 0.99);
        for (Path file :
                List.of(folder.resolve("manifest.json"), fork(1), fork(2), fork(3), fork(4), fork(5), fork(6))) {
            Files.writeString(file, Files.readString(file).replace("semaphoreAsync", "socketFloor"));
        }

        assertThat(compare("json")).contains("socketFloor").doesNotContain("bottleneck");
    }

    /** Gives each fork of an arm these shares, one an iteration. */
    private void busy(String label, double... shares) throws IOException {
        for (JsonNode fork :
                MAPPER.readTree(folder.resolve("manifest.json").toFile()).get("forks")) {
            if (fork.get("label").asText().equals(label)) {
                Path file = folder.resolve(fork.get("file").asText());
                JsonNode measured = MAPPER.readTree(file.toFile());
                ObjectNode metrics = (ObjectNode) measured.get(0).get("secondaryMetrics");
                ObjectNode share = metrics.get("server.requests").deepCopy();
                share.put("scoreUnit", "share").set("rawData", MAPPER.valueToTree(new double[][] {shares}));
                metrics.set("server.cpuShare", share);
                Files.write(file, MAPPER.writeValueAsBytes(measured));
            }
        }
    }

    private Path fork(int number) {
        return folder.resolve("forks/000" + number + ".json");
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
