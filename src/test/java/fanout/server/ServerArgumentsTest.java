package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerArgumentsTest {
    private static final ServerSettings SETTINGS = new ServerSettings(
            "https", "127.0.0.1", new Hosts(2), 8080, 3, 10, DelaySpread.parse("stragglers:1:1000"), 1000);

    @Test
    void theWordsMakeTheSameSettingsInAnyOrder() {
        List<String> words = new ArrayList<>(ServerArguments.of(SETTINGS));
        assertThat(words).hasSize(ServerSettings.class.getRecordComponents().length);

        assertThat(parse(words)).isEqualTo(SETTINGS);
        Collections.reverse(words);
        assertThat(parse(words)).isEqualTo(SETTINGS);
    }

    /** A forked server of another version would get such arguments. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port      |               | the server's argument port is missing
            port      | port=eighty   | port is eighty, must be a whole number
            port      | port=70000    | port must be from 0 to 65535, not 70000
            port      | 8080          | the server's arguments must be NAME=VALUE, once each, not 8080
            port      | host=127.0.0.1 | the server's arguments must be NAME=VALUE, once each, not host=127.0.0.1
            nothing   | colour=red    | the server has no setting named colour
            """)
    void aWrongWordIsToldInOneLine(String without, String more, String message) {
        List<String> words = new ArrayList<>(ServerArguments.of(SETTINGS));
        words.removeIf(word -> word.startsWith(without + "="));
        if (more != null) {
            words.add(more);
        }

        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static ServerSettings parse(List<String> words) {
        return ServerArguments.parse(words.toArray(String[]::new));
    }
}
