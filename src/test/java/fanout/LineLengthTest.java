package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No line is longer than {@code .editorconfig} allows: the formatter leaves comments and strings as they are. Text
 * blocks may be wider, since their lines are those of a file.
 */
class LineLengthTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/clients"));
    private static final Pattern LIMIT = Pattern.compile("max_line_length = (\\d+)");

    @Test
    void noLineIsTooLong() throws IOException {
        Matcher limit = LIMIT.matcher(Files.readString(Path.of(".editorconfig")));
        assertThat(limit.find()).isTrue();
        int most = Integer.parseInt(limit.group(1));

        assertThat(FOLDERS.stream().flatMap(SourceFile::below).flatMap(file -> tooLong(file, most)))
                .isEmpty();
    }

    private static Stream<String> tooLong(SourceFile file, int most) {
        List<String> lines = file.lines();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).length() > most)
                .filter(line -> !isInTextBlock(lines, line))
                .mapToObj(line -> file.path() + ":" + (line + 1));
    }

    private static boolean isInTextBlock(List<String> lines, int line) {
        long marks = lines.subList(0, line + 1).stream()
                .filter(each -> each.contains("\"\"\"") && !each.contains("\\\""))
                .count();
        return marks % 2 == 1 || lines.get(line).contains("\"\"\"");
    }
}
