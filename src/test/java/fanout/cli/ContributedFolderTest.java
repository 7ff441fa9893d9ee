package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.testing.Golden;
import fanout.testing.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of other people's machines are published only if they are what a run writes, and nothing else. */
class ContributedFolderTest {
    /** A run that has all it takes. */
    private static final String COMPLETE = "sweep/setups.zip";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyOfACompleteRun() throws IOException {
        folder = temporary.resolve("amd-epyc");
        Published.unpack(COMPLETE, folder);
        Files.delete(folder.resolve("25.json"));
        Files.writeString(folder.resolve("comparison.json"), new ContributedFolder(folder).compared());
    }

    /** With {@code -Dfanout.golden=write} its comparison is written first, as `compare` says it today. */
    @Test
    void everyFolderThatIsPublishedHasWhatItTakes() throws IOException {
        for (Path each : ContributedFolder.all()) {
            ContributedFolder contributed = new ContributedFolder(each);
            assertThat(contributed.files()).isEmpty();
            Golden.assertHolds(each.resolve("comparison.json"), contributed.compared());
            assertThat(contributed.problems()).isEmpty();
        }
    }

    @Test
    void aCompleteRunIsTaken() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.html       | does not belong here",
                "25.json           | does not belong here",
                ".hidden           | does not belong here",
                "forks/0001.jmh    | does not belong here",
                "more/0001.json    | forks/ is the only folder of a run",
                "forks/9999.json   | the manifest has no SHA-256 of it",
            })
    void aFileThatARunDoesNotNeedIsRefused(String name, String problem) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "[]");

        assertThat(problems()).anyMatch(line -> line.contains(problem));
    }

    @Test
    void aLinkIsRefusedAndNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "{\"password\": 1}");
        Files.delete(folder.resolve("forks/0001.hlog"));
        Files.createSymbolicLink(folder.resolve("forks/0001.hlog"), secret);

        assertThat(problems())
                .containsExactly(folder.resolve("forks/0001.hlog") + ": is a symbolic link, must be a file of its own");
    }

    @Test
    void aLargeFolderIsRefusedBeforeItIsRead() throws IOException {
        Files.write(folder.resolve("manifest.json"), new byte[6_000_000]);

        assertThat(problems()).singleElement().asString().endsWith(" bytes, must have 5000000 at most");
    }

    @Test
    void aChangedScoreIsRefused() throws IOException {
        Path fork = folder.resolve("forks/0001.json");
        Files.writeString(fork, Files.readString(fork).replaceFirst("\"score\" : \\d+", "\"score\" : 1"));

        assertThat(problems()).singleElement().asString().contains("0001.json", "is damaged: its SHA-256");
    }

    @Test
    void aComparisonThatSaysOtherwiseIsRefused() throws IOException {
        Path file = folder.resolve("comparison.json");
        Files.writeString(file, Files.readString(file).replaceFirst("slower", "faster"));

        assertThat(problems()).singleElement().asString().contains("comparison.json: is not what `compare");
    }

    @Test
    void aComparisonOfAnotherVersionThatSaysTheSameIsTaken() throws IOException {
        Path file = folder.resolve("comparison.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"9.9\""));

        assertThat(problems()).isEmpty();
    }

    @Test
    void whatTheManifestMustSayIsNamed() throws IOException {
        assertRefused(json -> project(json).put("dirty", true), "must be built from a commit");
        assertRefused(json -> project(json).put("commit", ""), "must be built from a commit");
        assertRefused(json -> host(json).put("cpu", "<b>Fast</b>"), "must have letters, digits");
        assertRefused(json -> host(json).put("cpu", "Fast | [x](http://a.b)"), "must have letters, digits");
        assertRefused(json -> host(json).put("cpu", ""), "must have the model of the CPU");
        assertRefused(json -> json.put("command", "run --out /home/anna/x"), "names /home/anna/x");
        assertRefused(json -> json.put("command", "run --out C:\\Users\\anna"), "names C:\\\\Users\\\\anna");
        assertRefused(json -> json.put("command", "<script>"), "has a < in it");
        assertRefused(json -> settings(json).putObject("shorter").put("x", 1), "--quick");
        assertRefused(
                json -> json.at("/forks").forEach(fork -> ((ObjectNode) fork).remove("sha256")), "can't be verified");
        assertRefused(ContributedFolderTest::keepTwoRounds, "has 2 rounds, must have 3 or more");
    }

    @Test
    void whatIsNoManifestIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "[".repeat(5000));

        assertThat(problems()).singleElement().asString().startsWith(folder + ": can't be read: ");
    }

    @Test
    void aNameOfAFolderIsPlain() throws IOException {
        Path odd = Files.move(folder, temporary.resolve("a b](x)"));

        assertThat(new ContributedFolder(odd).problems()).anyMatch(line -> line.contains("its name must have letters"));
    }

    private void assertRefused(Consumer<ObjectNode> change, String problem) throws IOException {
        Path file = folder.resolve("manifest.json");
        byte[] before = Files.readAllBytes(file);
        ObjectNode json = (ObjectNode) MAPPER.readTree(before);
        change.accept(json);
        MAPPER.writeValue(file.toFile(), json);

        assertThat(problems()).as(problem).anyMatch(line -> line.contains(problem));
        Files.write(file, before);
    }

    private static void keepTwoRounds(ObjectNode json) {
        Iterator<JsonNode> forks = json.get("forks").iterator();
        while (forks.hasNext()) {
            if (forks.next().get("round").asInt() > 2) {
                forks.remove();
            }
        }
    }

    private static ObjectNode project(ObjectNode json) {
        return (ObjectNode) json.get("project");
    }

    private static ObjectNode host(ObjectNode json) {
        return (ObjectNode) json.get("host");
    }

    private static ObjectNode settings(ObjectNode json) {
        return (ObjectNode) json.get("settings");
    }

    private List<String> problems() throws IOException {
        return new ContributedFolder(folder).problems();
    }
}
