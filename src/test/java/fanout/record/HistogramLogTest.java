package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;

class HistogramLogTest {
    private static byte[] log(Histogram... lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(stream);
            writer.outputComment("a comment");
            writer.outputLegend();
            for (Histogram line : lines) {
                writer.outputIntervalHistogram(line);
            }
        }
        return bytes.toByteArray();
    }

    private static Histogram line(String tag, long... values) {
        Histogram line = new Histogram(3);
        line.setTag(tag);
        for (long value : values) {
            line.recordValue(value);
        }
        return line;
    }

    @Test
    void aLogIsReadAsItWasWrittenAndTheSameTagIsAddedUp() throws IOException {
        var read = HistogramLog.read(log(line("b", 7), line("a", 1, 2), line("b", 90_000)));

        assertThat(read.keySet()).containsExactly("a", "b");
        assertThat(read.get("a")).isEqualTo(line("a", 1, 2));
        assertThat(read.get("b").getTotalCount()).isEqualTo(2);
        assertThat(read.get("b").getMaxValue()).isEqualTo(line("b", 90_000).getMaxValue());
    }

    @Test
    void aLogWithoutLinesHasNoHistogram() throws IOException {
        assertThat(HistogramLog.read(log())).isEmpty();
    }

    @Test
    void whatIsNoLogIsRefused() {
        isRefused("Tag=latency,0.000,1.000,1.000,HISTFAAAAB", "is not a histogram log: ");
        isRefused("no log", "is not a histogram log");
    }

    /** HdrHistogram's own reader stops at such a line without an error. */
    @Test
    void aBrokenLineIsRefusedThoughOthersCanBeRead() {
        String good = new String(log(line("a", 1)), StandardCharsets.UTF_8);

        isRefused(good + "Tag=b,broken\n", "is not a histogram log, or broken: 1 of 2 lines can be read");
    }

    private static void isRefused(String log, String problem) {
        assertThatIOException()
                .isThrownBy(() -> HistogramLog.read(log.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith(problem);
    }
}
