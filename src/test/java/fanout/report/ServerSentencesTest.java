package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.CpuPins;
import fanout.record.ServerRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentencesTest {
    @Test
    void theServerIsNamedInWords() {
        assertThat(phrase(null, null, "embedded")).isEqualTo("embedded in each benchmark's JVM");
        assertThat(phrase("17", "17.0.15+6", "forked"))
                .isEqualTo("forked, in a process of its own on 17's JVM (Java 17.0.15+6) for every arm");
        assertThat(phrase(null, "21.0.7+6", "forked"))
                .isEqualTo("forked, in a process of its own on Java 21.0.7+6 for every arm");
        assertThat(phrase(null, null, "forked")).isEqualTo("forked, in a process of its own on the JVM of each fork");
        assertThat(phrase(null, null, "http://127.0.0.1:80")).isEqualTo("at http://127.0.0.1:80");
        assertThat(phrase(null, null, "embedded", "forked"))
                .isEqualTo("embedded in each benchmark's JVM and forked, in a process of its own on the JVM of each"
                        + " fork");
    }

    @Test
    void whatIsPinnedIsSaid() {
        assertThat(ServerSentences.phrase(
                        new ServerRecord(List.of("forked"), null, "17.0.15+6", "", new CpuPins("0", "1"))))
                .isEqualTo("forked, in a process of its own on Java 17.0.15+6 for every arm, on CPUs 1; the benchmarks"
                        + " on CPUs 0");
        assertThat(ServerSentences.phrase(
                        new ServerRecord(List.of("embedded"), null, null, null, new CpuPins("0-1", ""))))
                .isEqualTo("embedded in each benchmark's JVM; the benchmarks on CPUs 0-1");
    }

    private static String phrase(String arm, String version, String... where) {
        return ServerSentences.phrase(new ServerRecord(List.of(where), arm, version, version, null));
    }
}
