package fanout.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class IterationStartTest {
    @Test
    void aStartIsReadAsItWasWritten() throws IOException {
        IterationStart start = new IterationStart(true, 1000, 60_000);

        assertThat(IterationStart.parse(start.toString())).isEqualTo(start);
        assertThatIOException().isThrownBy(() -> IterationStart.parse("DONE 1 ms"));
    }
}
