package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Files that hold what a command says, byte for byte, but for the version of the program, so that a release needs no
 * other files. After an intended change {@code -Dfanout.golden=write} writes them anew; the difference is then to be
 * read.
 */
public final class Golden {
    private static final Pattern VERSION = Pattern.compile("(\"name\" : \"fanout\",\\s+\"version\" : )\"[^\"]*\"");

    private Golden() {}

    /** Fails if the file does not hold this text. */
    public static void assertHolds(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("fanout.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(ofNoVersion(Files.readString(file))).as("%s", file).isEqualTo(ofNoVersion(text));
    }

    private static String ofNoVersion(String text) {
        return VERSION.matcher(text).replaceFirst("$1\"\"");
    }
}
