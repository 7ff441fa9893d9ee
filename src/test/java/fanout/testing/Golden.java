package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what a command says, byte for byte. After an intended change {@code -Dfanout.golden=write} writes
 * them anew; the difference is then to be read.
 */
public final class Golden {
    private Golden() {}

    /** Fails if the file does not hold this text. */
    public static void assertHolds(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("fanout.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent(text);
        assertThat(Files.size(file)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
