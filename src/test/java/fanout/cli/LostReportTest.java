package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LostReportTest {
    /** As {@code > /dev/full} does. */
    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @Test
    void aReportThatCantBeWrittenIsNotPassedOverInSilence() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(FULL, true), new PrintStream(err, true, StandardCharsets.UTF_8));

        int status = new Launcher(console, Path.of("unused"))
                .run("compare", EarlierFolders.folder("today").toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("fanout: standard output can't be written: the report is lost");
    }

    @Test
    void anEmptyNameIsNotTheCurrentFolder() {
        CommandLineSession session =
                CommandLineSession.compare(EarlierFolders.folder("today").toString(), "");
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: ")
                .endsWith("''");
    }
}
