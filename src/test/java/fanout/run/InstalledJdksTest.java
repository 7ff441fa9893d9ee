package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a machine's folders hold a JDK, and of which version; the JDKs here are fake. */
class InstalledJdksTest {
    @TempDir
    Path folder;

    private Path running;

    @BeforeEach
    void temporaryFolderWithoutLinks() throws IOException {
        folder = folder.toRealPath();
        running = jdk("running", "17.0.1");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, 17", "25, 25", "26-ea, 26", "1.8.0_402, 8", "11.0.2, 11"})
    void theVersionIsThatOfTheReleaseFile(String version, int feature) throws IOException {
        Path home = jdk("jvm/any", version);

        assertThat(jdks(Map.of()).find(feature)).contains(home);
    }

    @Test
    void theFirstPlaceThatHasAVersionCounts() throws IOException {
        Path named = jdk("named", "25");
        jdk("jvm/a", "25.0.1");
        Path second = jdk("jvm/b", "21.0.1");
        jdk("jvm/c", "21.0.2");

        InstalledJdks jdks = jdks(Map.of("JAVA_HOME", named.toString()));

        assertThat(jdks.found()).containsExactly(Map.entry(17, running), Map.entry(21, second), Map.entry(25, named));
        assertThat(jdks.find(24)).isEmpty();
    }

    @Test
    void aJavaOnThePathIsFollowedToItsHome() throws IOException {
        Path home = jdk("somewhere/jdk", "21.0.1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path alternative = Files.createSymbolicLink(folder.resolve("alternative"), home.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), alternative);

        assertThat(jdks(Map.of("PATH", folder.resolve("none") + "::" + bin)).find(21))
                .contains(home);
    }

    @Test
    void otherVariablesSuchAsThoseOfGithubsRunnersName() throws IOException {
        Path home = jdk("tool-cache/21", "21.0.1");

        assertThat(jdks(Map.of("JAVA_HOME_21_X64", home.toString(), "JAVA_HOME_11_X64", ""))
                        .find(21))
                .contains(home);
    }

    @Test
    void foldersOfMacOsAndSdkmanAreSearched() throws IOException {
        Path bundle = jdk("jvm/temurin-25.jdk/Contents/Home", "25.0.1");
        Path home = jdk("user/.sdkman/candidates/java/21-tem", "21.0.1");
        Path moved = jdk("elsewhere/candidates/java/23-tem", "23.0.1");
        Map<String, String> user = Map.of("HOME", folder.resolve("user").toString());

        assertThat(jdks(user).found()).containsEntry(25, bundle).containsEntry(21, home);
        assertThat(jdks(Map.of("SDKMAN_DIR", folder.resolve("elsewhere").toString()))
                        .found())
                .containsEntry(23, moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JAVA_VERSION=", "JAVA_VERSION=\"next\"", "JAVA_VERSION=\"\\u00\"", "\u0000"})
    void aFolderWithABrokenReleaseFileIsNoJdk(String release) throws IOException {
        Files.writeString(jdk("jvm/broken", "25").resolve("release"), release);

        assertThat(jdks(Map.of()).found()).containsOnlyKeys(17);
    }

    @Test
    void whatCantBeReadIsSkipped() throws IOException {
        Path whole = jdk("jvm/whole", "25");
        Files.createSymbolicLink(folder.resolve("jvm/dangling"), folder.resolve("nowhere"));
        Files.createFile(folder.resolve("jvm/a-file"));
        Files.delete(jdk("jvm/without-java", "21").resolve("bin/java"));
        Files.delete(jdk("jvm/without-release", "22").resolve("release"));
        Files.createDirectories(folder.resolve("jvm/empty"));

        assertThat(jdks(Map.of("JAVA_HOME", "/no/such/folder", "PATH", "/no/such/bin"))
                        .found())
                .containsExactly(Map.entry(17, running), Map.entry(25, whole));
    }

    @Test
    void aFolderThatMayNotBeReadIsSkipped() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("jvm"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "root may read everything");
            assertThat(jdks(Map.of()).found()).containsOnlyKeys(17);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void theRunningOneIsAmongThoseOfThisMachine() {
        assertThat(InstalledJdks.here().find(Runtime.version().feature())).isPresent();
    }

    private InstalledJdks jdks(Map<String, String> environment) {
        return new InstalledJdks(environment, List.of(folder.resolve("absent"), folder.resolve("jvm")), running);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createFile(home.resolve("bin/java"));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
