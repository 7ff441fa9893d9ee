package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the tests that Javadoc names: a class names its tests if they lie in another package or don't have its name.
 */
class TestedByTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAME = Pattern.compile("fanout\\.[\\w.]+(?:Test|IT)\\b");

    @Test
    void everyTestThatJavadocNamesExists() throws IOException {
        List<String> named = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                NAME.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
        }
        assertThat(named)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(TESTS.resolve(name.replace('.', '/') + ".java"))
                        .exists());
    }
}
