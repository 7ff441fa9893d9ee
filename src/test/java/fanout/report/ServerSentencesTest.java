package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static String phrase(String arm, String version, String... where) {
        return ServerSentences.phrase(new ServerRecord(List.of(where), arm, version, version));
    }
}
