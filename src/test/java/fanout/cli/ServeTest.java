package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve} refuses; {@code ServeJarIT} tests that it serves. */
@Timeout(60)
class ServeTest {
    /** 192.0.2.1 belongs to no machine (RFC 5737), and to listen on it sends nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --port 70000            | port must be from 0 to 65535, not 70000
            --port -1               | port must be from 0 to 65535, not -1
            --port http             | Invalid value for option '--port': 'http' is not an int
            --delay-millis -1       | delayMillis must be 0 or more, not -1
            --payload-bytes -1      | payloadBytes must be from 0 to 1048576, not -1
            --payload-bytes 1048577 | payloadBytes must be from 0 to 1048576, not 1048577
            --io-threads 0          | ioThreads must be 1 or more, not 0
            --host no!host          | host must be a name or an address, not 'no!host'
            --host 192.0.2.1        | cannot listen on 192.0.2.1:0: Cannot assign requested address
            --host 1.2.3.4:80       | host must be a name or an address, not '1.2.3.4:80'
            --nonsense              | Unknown option: '--nonsense'
            here                    | Unmatched argument at index 3: 'here'
            """)
    void aWrongValueIsReportedInOneLine(String arguments, String complaint) {
        CommandLineSession session = serve(("--port 0 " + arguments).replaceFirst("--port 0 --port", "--port"));

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints()).singleElement().asString().startsWith("fanout: " + complaint);
    }

    @Test
    void aTakenPortIsReportedInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CommandLineSession session = serve("--port " + taken.getLocalPort());

            assertThat(session.status()).isEqualTo(2);
            assertThat(session.complaints())
                    .containsExactly(
                            "fanout: cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
        }
    }

    /** It is served until the interrupt that was there before. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "localhost, false", "0.0.0.0, true"})
    void aServerThatOtherMachinesReachIsWarnedOf(String host, boolean warned) {
        Thread.currentThread().interrupt();
        CommandLineSession session = serve("--port 0 --host " + host);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(session.status()).isZero();
        assertThat(session.complaints())
                .isEqualTo(
                        warned
                                ? List.of("fanout: --host 0.0.0.0: every machine that reaches this one can use the"
                                        + " server, which asks nobody who they are; 127.0.0.1 is this machine alone")
                                : List.of());
    }

    private static CommandLineSession serve(String arguments) {
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(arguments.split(" ")));
        return CommandLineSession.run(Path.of("unused"), all.toArray(String[]::new));
    }
}
