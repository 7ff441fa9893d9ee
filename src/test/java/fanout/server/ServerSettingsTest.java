package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '       | 0     | 1 | 0  | 0        | host must not be blank",
                "no host   | 0     | 1 | 0  | 0        | host must be a name or an address, not 'no host'",
                "127.0.0.1 | -1    | 1 | 0  | 0        | port must be from 0 to 65535, not -1",
                "127.0.0.1 | 65536 | 1 | 0  | 0        | port must be from 0 to 65535, not 65536",
                "127.0.0.1 | 0     | 0 | 0  | 0        | ioThreads must be 1 or more, not 0",
                "127.0.0.1 | 0     | 1 | -1 | 0        | delayMillis must be 0 or more, not -1",
                "127.0.0.1 | 0     | 1 | 0  | -1       | payloadBytes must be from 0 to 1048576, not -1",
                "127.0.0.1 | 0     | 1 | 0  | 1048577 | payloadBytes must be from 0 to 1048576, not 1048577",
            })
    void aSettingOutOfItsRangeIsNamed(String host, int port, int ioThreads, int delay, int payload, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerSettings(host, port, ioThreads, delay, payload))
                .withMessage(message);
    }

    @Test
    void theEndsOfTheRangesAreAllowed() {
        new ServerSettings("localhost", 65_535, 1, Integer.MAX_VALUE, 1 << 20);
        new ServerSettings("::1", 0, 1, 0, 0);
        assertThatNullPointerException().isThrownBy(() -> new ServerSettings(null, 0, 1, 0, 0));
    }

    @Test
    void anEmbeddedServerIsOnLoopbackOnAnyFreePort() {
        ServerSettings expected = new ServerSettings("127.0.0.1", 0, ServerSettings.defaultIoThreads(), 10, 100);
        assertThat(ServerSettings.onLoopback(10, 100)).isEqualTo(expected);
    }

    @Test
    void theSchemeIsHttpUnlessItIsGiven() {
        assertThat(ServerSettings.onLoopback(0, 0).scheme()).isEqualTo("http");
        assertThat(ServerSettings.onLoopback("https", 0, 0).uris(80)).hasToString("[https://127.0.0.1:80]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.onLoopback("HTTPS", 0, 0))
                .withMessage("scheme is HTTPS, must be http or https");
    }

    @Test
    void defaultIoThreadsLeaveMostProcessorsToTheClient() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(ServerSettings.defaultIoThreads()).isOdd().isBetween(1, 1 + processors / 4);
    }

    @Test
    void theUriNamesTheHostAsItWasGiven() {
        assertThat(new ServerSettings("::1", 0, 1, 0, 0).uris(80)).hasToString("[http://[::1]:80]");
        assertThat(new ServerSettings("localhost", 0, 1, 0, 0).uris(81)).hasToString("[http://localhost:81]");
    }
}
