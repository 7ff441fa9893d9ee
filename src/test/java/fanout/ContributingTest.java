package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recipes of CONTRIBUTING.md and of the packages name files and tests that exist. */
class ContributingTest {
    private static final Path CONTRIBUTING = Path.of(".github", "CONTRIBUTING.md");
    private static final Path MAIN = Path.of("src", "main", "java", "fanout");
    private static final Path TESTS = Path.of("src", "test", "java", "fanout");

    /** A file that a recipe asks to write is named after whoever follows it. */
    private static final Pattern FILE = Pattern.compile("\\b((?:\\w+/)+(?!Your|My|X)\\w+)\\.java");

    private static final Pattern TEST = Pattern.compile("\\b(\\w+(?:Test|IT))\\b(?:\\.(\\w+))?");

    @Test
    void everyFileThatARecipeNamesExists() throws IOException {
        List<String> files = recipes()
                .flatMap(text -> FILE.matcher(text).results().map(found -> found.group(1)))
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(MAIN.resolve(file + ".java")).exists());
    }

    @Test
    void everyTestThatARecipeNamesExistsAndHasTheMethod() throws IOException {
        List<MatchResult> tests = recipes()
                .flatMap(text -> TEST.matcher(text).results())
                .filter(found -> !found.group(1).equals("IT"))
                .toList();

        assertThat(tests).hasSizeGreaterThan(15);
        for (MatchResult test : tests) {
            assertThat(sourceOf(test.group(1))).as(test.group()).contains(test.group(2) == null ? "" : test.group(2));
        }
    }

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path found = files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no test " + test));
            return Files.readString(found);
        }
    }

    /** Without the links into the sources, which a reader's browser follows. */
    private static Stream<String> recipes() throws IOException {
        return Stream.of(
                Files.readString(CONTRIBUTING).replaceAll("\\[[^]]*]\\([^)]*\\)", ""),
                Files.readString(MAIN.resolve("client/package-info.java")),
                Files.readString(MAIN.resolve("benchmark/package-info.java")),
                Files.readString(MAIN.resolve("report/package-info.java")));
    }
}
