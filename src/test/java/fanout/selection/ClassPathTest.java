package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class paths are read as {@code java -cp} does. */
class ClassPathTest {
    private static final String NAME = "who.txt";

    @TempDir
    Path folder;

    private Path lib;

    @BeforeEach
    void someJars() throws IOException {
        lib = Files.createDirectories(folder.resolve("a lib"));
        jar("b.jar", null);
        jar("a.jar", null);
        jar("C.JAR", null);
        Files.writeString(lib.resolve("notes.txt"), "no jar");
    }

    @Test
    void entriesKeepTheirOrderWhateverItIs() {
        for (int seed = 0; seed < 20; seed++) {
            List<Path> jars = new ArrayList<>(List.of(lib.resolve("a.jar"), lib.resolve("b.jar"), lib));
            Collections.shuffle(jars, new Random(seed));
            String text = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

            ClassPath classPath = ClassPath.parse(text);

            assertThat(classPath.entries()).isEqualTo(jars);
            assertThat(classPath.followedBy("")).isEqualTo(text);
            assertThat(ClassPath.parse(classPath.followedBy(""))).isEqualTo(classPath);
            assertThat(found(classPath))
                    .isEqualTo(jars.stream()
                            .filter(jar -> !jar.equals(lib))
                            .map(jar -> jar.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void aStarStandsForAllJarsOfAFolder() {
        assertThat(ClassPath.parse(lib + "/*" + File.pathSeparator + lib).entries())
                .containsExactly(lib.resolve("C.JAR"), lib.resolve("a.jar"), lib.resolve("b.jar"), lib);
    }

    @Test
    void onlyAStarAloneDoes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassPath.parse(lib + "/a*"))
                .withMessage("there is no " + lib.resolve("a*"));
    }

    @Test
    void emptyEntriesDontCount() {
        assertThat(ClassPath.parse("").entries()).isEmpty();
        assertThat(ClassPath.parse("::" + lib + ":").entries()).containsExactly(lib);
        assertThat(ClassPath.EMPTY.followedBy("x.jar")).isEqualTo("x.jar");
    }

    @Test
    void relativeEntriesBelongToTheFolderWhereTheProgramWasStarted() {
        assertThat(ClassPath.parse("src/../pom.xml").entries())
                .containsExactly(Path.of("pom.xml").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.jar", "none/x.jar", "none/*", "empty/*"})
    void whatIsMissingIsNamed(String entry) throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassPath.parse(lib + File.pathSeparator + folder.resolve(entry)))
                .withMessageStartingWith("there is no ")
                .withMessageContaining(folder.resolve(entry).getParent().toString())
                .withMessageNotContaining("\n");
    }

    @Test
    void theManifestOfAJarMayNameOthers() throws IOException {
        Path jar = jar("names-others.jar", "b.jar missing.jar");

        assertThat(found(new ClassPath(List.of(jar)))).containsExactly("names-others.jar", "b.jar");
    }

    @Test
    void fanoutsOwnResourcesAreNotFoundThere() {
        assertThat(new ClassPath(List.of(lib)).resources("fanout/Main.class")).isEmpty();
    }

    private static List<String> found(ClassPath classPath) {
        List<byte[]> found = classPath.resources(NAME);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new String(found.get(i), StandardCharsets.UTF_8))
                .toList();
    }

    /** A jar with a file that holds its name. */
    private Path jar(String name, String others) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (others != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others);
        }
        Path jar = lib.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(NAME));
            out.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
