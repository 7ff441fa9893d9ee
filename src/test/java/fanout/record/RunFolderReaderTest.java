package fanout.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderReaderTest {
    @TempDir
    Path temp;

    private Path folder;
    private RunFolderReader reader;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(temp.resolve("run"));
        Files.createDirectory(folder.resolve("forks"));
        for (String name : List.of(
                "manifest.json",
                "17.json",
                "comparison.json",
                "comparison.md",
                "report.html",
                "jmh.log",
                "forks/0001.json",
                "forks/0001.jmh",
                "forks/0001.hlog",
                "forks/0001.turns.json")) {
            Files.writeString(folder.resolve(name), name);
        }
        reader = new RunFolderReader(folder);
    }

    /** The files change after they were read, so that a second reading would be seen. */
    @Test
    void eachFileIsOpenedOnce() throws IOException {
        reader.manifest();
        reader.bytes("forks/0001.json");
        for (String name : List.of("manifest.json", "forks/0001.json")) {
            Files.writeString(folder.resolve(name), "another");
        }

        assertThat(new String(reader.manifest(), UTF_8)).isEqualTo("manifest.json");
        assertThat(reader.manifest()).isSameAs(reader.bytes("manifest.json"));
        assertThat(new String(reader.bytes("./forks/../forks/0001.json"), UTF_8))
                .isEqualTo("forks/0001.json");
        assertThat(reader.rawData().get("manifest.json")).isSameAs(reader.manifest());
        assertThat(reader.rawData().get("forks/0001.json")).isSameAs(reader.bytes("forks/0001.json"));
    }

    @Test
    void theRawDataIsWhatCompareAndReportRead() throws IOException {
        assertThat(reader.rawData().keySet())
                .containsExactly(
                        "17.json",
                        "comparison.json",
                        "forks/0001.hlog",
                        "forks/0001.json",
                        "forks/0001.turns.json",
                        "manifest.json");
    }

    @Test
    void theJsonFilesOfAFolderAreThoseInItAlone() throws IOException {
        Files.writeString(folder.resolve("9.json"), "");
        Files.createDirectory(folder.resolve("b.json"));

        assertThat(reader.jsonFiles()).containsExactly("17.json", "9.json", "manifest.json");
    }

    @Test
    void aFileThatMayBeAbsentIsFoundOrNot() throws IOException {
        assertThat(reader.find("forks/0001.hlog")).isPresent();
        assertThat(reader.find("forks/0002.hlog")).isEmpty();
        assertThatThrownBy(() -> reader.bytes("forks/0002.hlog"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("forks/0002.hlog").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.json", "forks/../../outside.json", "/etc/hosts", "forks", "", "9.json", "a\0b"})
    void noFileIsOutsideOfTheFolder(String name) throws IOException {
        Files.writeString(temp.resolve("outside.json"), "");

        assertThat(reader.hasFile(name)).isFalse();
        assertThat(reader.hasFile("forks/../forks/0001.json")).isTrue();
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("0009.json"), "secret");
        Files.createSymbolicLink(folder.resolve("leak.json"), outside.resolve("0009.json"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);

        assertThat(reader.hasFile("leak.json")).isFalse();
        assertThat(reader.rawData()).doesNotContainKey("leak.json");
        for (String name : List.of("leak.json", "linked/0009.json")) {
            assertThatThrownBy(() -> reader.bytes(name))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is a symbolic link, which is not followed");
            assertThatThrownBy(() -> reader.open(name)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> reader.bytes("../outside/0009.json")).hasMessageContaining("is outside of the folder");
    }

    /** A relative path stays relative in messages. */
    @Test
    void pathsAreAsTheFolderWasGiven() {
        RunFolderReader relative = new RunFolderReader(Path.of("a/../b"));

        assertThat(relative.path()).isEqualTo("a/../b");
        assertThat(relative.path("./forks/0001.json")).isEqualTo("a/../b/forks/0001.json");
        assertThat(relative.absolutePath())
                .isEqualTo(Path.of("b").toAbsolutePath().toString());
        assertThat(relative.name()).isEqualTo("b");
    }

    @Test
    void runsAreFoundAtAnyDepth() throws IOException {
        Files.createDirectories(temp.resolve("a/deep/er"));
        Files.writeString(temp.resolve("a/deep/er/manifest.json"), "{}");

        assertThat(RunFolderReader.runsIn(temp)).containsExactly(temp.resolve("a/deep/er"), folder);
        assertThat(reader.isRun()).isTrue();
        assertThat(new RunFolderReader(temp).isRun()).isFalse();
    }

    @Test
    void aManifestThatCantBeReadIsNamed() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        Files.createDirectory(folder.resolve("manifest.json"));

        assertThatThrownBy(reader::manifest)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("manifest.json") + " (");
    }
}
