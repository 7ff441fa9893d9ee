package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.FileNames;
import fanout.record.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of a run whose manifest has checksums, and what damage to its files comes to. */
class DamagedRunTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OF_A_FORK =
            List.of(FileNames.JSON, FileNames.HISTOGRAMS, FileNames.ITERATIONS, FileNames.JMH_OBJECTS);

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = temp.resolve("run");
        Path original = EarlierFolders.folder("today");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(original.relativize(file).toString()));
            }
        }
        JsonNode manifest = manifest();
        for (JsonNode fork : manifest.get("forks")) {
            if (fork.hasNonNull("file")) {
                addSums((ObjectNode) fork);
            }
        }
        write(manifest);
    }

    private void addSums(ObjectNode fork) throws IOException {
        ObjectNode sums = fork.putObject("sha256");
        for (String extension : OF_A_FORK) {
            String name = FileNames.withExtension(fork.get("file").asText(), extension);
            if (Files.exists(folder.resolve(name))) {
                sums.put(name, Sha256.of(Files.readAllBytes(folder.resolve(name))));
            }
        }
    }

    private JsonNode manifest() throws IOException {
        return MAPPER.readTree(folder.resolve(FileNames.MANIFEST).toFile());
    }

    private void write(JsonNode manifest) throws IOException {
        Files.writeString(folder.resolve(FileNames.MANIFEST), manifest.toString());
    }

    /** Ways in which a file is damaged. */
    enum Way {
        EMPTY {
            @Override
            byte[] of(byte[] content) {
                return new byte[0];
            }
        },
        END_CUT_OFF {
            @Override
            byte[] of(byte[] content) {
                return Arrays.copyOf(content, content.length - 10);
            }
        },
        A_BIT_FLIPPED {
            @Override
            byte[] of(byte[] content) {
                byte[] flipped = content.clone();
                flipped[content.length / 2] ^= 1;
                return flipped;
            }
        },
        LAST_LINE_TWICE {
            @Override
            byte[] of(byte[] content) {
                String text = new String(content, StandardCharsets.UTF_8);
                String last = text.lines().reduce("", (any, line) -> line);
                return (text + last + "\n").getBytes(StandardCharsets.UTF_8);
            }
        };

        abstract byte[] of(byte[] content);
    }

    @Test
    void aFolderThatIsIntactIsRead() {
        assertThat(CommandLineSession.compare(folder.toString()).err()).isEmpty();
        assertThat(report().err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileOfAForkIsNamed(Way way) throws IOException {
        for (String extension : List.of(FileNames.JSON, FileNames.HISTOGRAMS, FileNames.ITERATIONS)) {
            Path file = firstWith(extension);
            byte[] content = Files.readAllBytes(file);
            Files.write(file, way.of(content));
            for (CommandLineSession session : List.of(CommandLineSession.compare(folder.toString()), report())) {
                assertThat(session.status()).isEqualTo(2);
                assertThat(session.complaints())
                        .containsExactly(
                                "fanout: " + file + ": is damaged: its SHA-256 is not the one that the manifest has");
            }
            Files.write(file, content);
        }
    }

    @Test
    void aMissingFileOfAForkIsNamed() throws IOException {
        Path file = firstWith(FileNames.HISTOGRAMS);
        Files.delete(file);
        assertThat(CommandLineSession.compare(folder.toString()).complaints())
                .containsExactly("fanout: " + folder.resolve(FileNames.MANIFEST)
                        + ": names a fork's file that is not there: forks/" + file.getFileName());
    }

    /** The data that a page carries are without them. */
    @Test
    void nothingButResumeNeedsTheObjectsOfJmh() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(FileNames.FORKS))) {
            for (Path file : files.filter(each -> each.toString().endsWith(FileNames.JMH_OBJECTS))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertThat(CommandLineSession.compare(folder.toString()).err()).isEmpty();
        assertThat(report().err()).isEmpty();
    }

    @Test
    void aRunWithoutItsManifestIsNotJudgedAsIfItsForksHadNoRounds() throws IOException {
        Files.delete(folder.resolve(FileNames.MANIFEST));
        CommandLineSession session = CommandLineSession.compare(folder.toString());
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly("fanout: " + folder + ": is the folder of a run (it has forks), but has no"
                        + " manifest.json, which says which forks took turns; --allow-mismatch judges the files without"
                        + " it");
        assertThat(CommandLineSession.compare("--allow-mismatch", folder.toString())
                        .err())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"round\u0001", "Round", ""})
    void aForkWithoutItsRoundIsNotJudgedUnpaired(String key) throws IOException {
        JsonNode manifest = manifest();
        ObjectNode fork = (ObjectNode) manifest.get("forks").get(0);
        fork.set(key, fork.remove("round"));
        write(manifest);
        assertThat(CommandLineSession.compare(folder.toString()).complaints())
                .containsExactly("fanout: " + folder.resolve(FileNames.MANIFEST) + ": has a fork of "
                        + fork.get("label").asText() + " without a round, though forks took turns");
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.json"), "[{\"benchmark\":\"TOP SECRET\"}]");
        Files.createSymbolicLink(folder.resolve("leak.json"), secret);
        Path fork = firstWith(FileNames.JSON);

        assertThat(report().err()).isEmpty();
        assertThat(folder.resolve(FileNames.PAGE)).content().doesNotContain("leak.json");

        Files.delete(fork);
        Files.createSymbolicLink(fork, secret);
        assertThat(CommandLineSession.compare(folder.toString()).complaints())
                .containsExactly("fanout: " + folder.resolve(FileNames.MANIFEST)
                        + ": names a fork's file that is not there: forks/" + fork.getFileName());
    }

    private Path firstWith(String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(FileNames.FORKS))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+" + extension.replace(".", "\\.")))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CommandLineSession report() {
        return CommandLineSession.run(temp, "report", folder.toString());
    }
}
