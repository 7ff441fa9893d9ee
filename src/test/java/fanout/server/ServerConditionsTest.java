package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.record.BenchmarkParameter;
import fanout.testing.Conditions;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConditionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            embedded              | ftp   | 0  | 0       | scheme is ftp, must be http or https
            embeded               | http  | 0  | 0       | server is embeded, must be embedded, forked or http://host:port
            http://127.0.0.1:8080 | https | 0  | 0       | scheme is https, but server is http://127.0.0.1:8080: \
            TLS needs our own server, embedded or forked
            forked                | https | -1 | 0       | delayMillis is -1, must be at least 0
            forked                | https | 0  | -1      | payloadBytes is -1, must be 0 to 1048576
            forked                | https | 0  | 1048577 | payloadBytes is 1048577, must be 0 to 1048576
            """)
    void aWrongValueIsNamed(String server, String scheme, int delay, int payload, String message) {
        assertThatThrownBy(() -> Conditions.of(server, scheme, delay, payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** The server gets each of its parameters under the same name, whether it is embedded or forked. */
    @Test
    void everyParameterThatTheServerMustKnowReachesIt() {
        List<String> known = Stream.of(BenchmarkParameter.values())
                .filter(BenchmarkParameter::isKnownToServer)
                .map(BenchmarkParameter::toString)
                .toList();

        assertThat(components(ServerConditions.class))
                .containsAll(known)
                .contains(BenchmarkParameter.SERVER.toString())
                .hasSize(known.size() + 1);
        assertThat(components(ServerSettings.class)).containsAll(known);
    }

    private static List<String> components(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
