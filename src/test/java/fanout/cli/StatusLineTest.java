package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private final StringWriter text = new StringWriter();

    @Test
    void theStatusIsOverwrittenOnATerminal() {
        StatusLine status = new StatusLine(new PrintWriter(text), true);
        status.show("half");
        status.line("done");

        assertThat(text).hasToString("\r\u001b[Khalf\r\u001b[Kdone" + System.lineSeparator());
    }

    @Test
    void theStatusIsNotPrintedWithoutATerminal() {
        StatusLine status = new StatusLine(new PrintWriter(text), false);
        status.show("half");
        status.line("done");

        assertThat(text).hasToString("done" + System.lineSeparator());
    }

    @Test
    void noWordIsCut() {
        StatusLine status = new StatusLine(new PrintWriter(text), true, 21);
        status.show("round 1: one two three four");
        status.show("round 1: one; so far two");
        status.words("round 1: one two three four five six");

        assertThat(text.toString().replace("\r\u001b[K", "|").lines())
                .containsExactly("|round 1: one two|round 1: one|round 1: one two", "|    three four five", "|    six");
    }

    @Test
    void aLineIsNotBrokenWithoutATerminal() {
        new StatusLine(new PrintWriter(text), false, 21).words("round 1: one two three four five six");

        assertThat(text).hasToString("round 1: one two three four five six" + System.lineSeparator());
    }

    @Test
    void theStatusStaysOnOneLine() {
        new StatusLine(new PrintWriter(text), true).show("x".repeat(5000));

        assertThat(text.toString().length()).isLessThan(4100);
    }
}
