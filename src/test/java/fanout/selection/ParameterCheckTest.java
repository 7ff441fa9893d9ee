package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.record.BenchmarkParameter;
import fanout.testing.ScriptedServer;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCheckTest {
    @Test
    void rightValuesPass() throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            ParameterCheck.check(Map.of(
                    "requests", List.of("1", "1000"),
                    "concurrency", List.of("40"),
                    "delayMillis", List.of("0"),
                    "payloadBytes", List.of("1048576"),
                    "scheme", List.of("http"),
                    "server", List.of("embedded", "forked", server.uri().toString()),
                    "another", List.of("x")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requests     | ten                 | requests is ten, must be a whole number
            requests     | 0                   | requests is 0, must be at least 1
            concurrency  | 5000                | concurrency is 5000, must be 1 to 1000
            delayMillis  | -1                  | delayMillis is -1, must be at least 0
            delaySpread  | lognormal:0.5       | delaySpread is lognormal:0.5, but delayMillis is 0, must be 1 or more
            hosts        | 0                   | hosts is 0, must be 1 to 16
            hosts        | 17                  | hosts is 17, must be 1 to 16
            delaySpread  | uniform             | delaySpread is uniform, must be none, lognormal:SIGMA with SIGMA up to 3, or stragglers:PERCENT:MILLIS with MILLIS up to 60000
            payloadBytes | 2000000             | payloadBytes is 2000000, must be 0 to 1048576
            scheme       | ftp                 | scheme is ftp, must be http or https
            server       | embeded             | server is embeded, must be embedded, forked or http://host:port
            server       | http://127.0.0.1    | server is http://127.0.0.1, must be embedded, forked or http://host:port
            server       | http://localhost:80/api | server is http://localhost:80/api, must be embedded, forked or http://host:port
            """)
    void aWrongValueIsNamedWithWhatWouldBeRight(String name, String value, String message) {
        assertThatThrownBy(() -> ParameterCheck.check(Map.of(name, List.of(value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** A new parameter that is a number needs no line of its own in the check. */
    @Test
    void everyNumberIsCheckedAgainstItsRange() {
        for (BenchmarkParameter parameter : BenchmarkParameter.values()) {
            parameter.range().ifPresent(range -> {
                assertRefused(parameter, range.min() - 1L);
                assertRefused(parameter, range.max() + 1L);
                assertRefused(parameter, "1.5");
                ParameterCheck.check(Map.of(parameter.toString(), List.of("" + range.min(), "" + range.max())));
            });
        }
    }

    private static void assertRefused(BenchmarkParameter parameter, Object value) {
        assertThatThrownBy(() -> ParameterCheck.check(Map.of(parameter.toString(), List.of("" + value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(parameter + " is " + value + ", must be ");
    }

    @Test
    void tlsIsRefusedForARemoteServer() throws Exception {
        List<String> both = List.of("http", "https");
        ParameterCheck.check(Map.of("scheme", both));
        ParameterCheck.check(Map.of("scheme", both, "server", List.of("embedded")));
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            String uri = server.uri().toString();
            assertThatThrownBy(() -> ParameterCheck.check(Map.of("scheme", both, "server", List.of("embedded", uri))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "scheme is https, but server is " + uri + ": TLS needs our own server, embedded or forked");
            assertThat(server.requests()).isEmpty();
        }
    }

    /** The run measures every combination, so one that can't be is enough. */
    @Test
    void hostsNeedAServerOfOursAndRequestsForEach() throws Exception {
        List<String> hosts = List.of("1", "16");
        ParameterCheck.check(Map.of("hosts", hosts, "concurrency", List.of("16", "40")));
        assertThatThrownBy(() -> ParameterCheck.check(Map.of("hosts", hosts, "concurrency", List.of("40", "15"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hosts is 16, must be at most the concurrency, 15");
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            String uri = server.uri().toString();
            assertThatThrownBy(() -> ParameterCheck.check(Map.of("hosts", hosts, "server", List.of(uri))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("hosts is 16, but server is " + uri
                            + ": only our own, embedded or forked, listens on several addresses");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aForkedServerWithoutAJvmIsReportedInOneLine() {
        System.setProperty("fanout.serverJvm", "/no/such/jdk");
        try {
            assertThatThrownBy(() -> ParameterCheck.check(Map.of("server", List.of("forked"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fanout.serverJvm is /no/such/jdk, must be a JAVA_HOME, a folder with bin/java");
            ParameterCheck.check(Map.of("server", List.of("embedded")));
        } finally {
            System.clearProperty("fanout.serverJvm");
        }
    }

    @Test
    void anAbsentServerIsReportedInOneLine() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String uri = "http://127.0.0.1:" + port;
        assertThatThrownBy(() -> ParameterCheck.check(Map.of("server", List.of(uri))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("GET " + uri + "/user/7 must answer \\{\"id\":7}, but: \\S+.*");
    }

    @ParameterizedTest
    @CsvSource({"200, {\"id\":8}, the answer is for id 8", "404, {}, status 404", "200, {}, Missing required"})
    void aServerWithAWrongAnswerIsReportedInOneLine(int status, String body, String reason) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.json(status, body))) {
            assertThatThrownBy(() -> ParameterCheck.check(
                            Map.of("server", List.of(server.uri().toString()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("GET " + server.uri() + "/user/7 must answer {\"id\":7}, but: " + reason)
                    .message()
                    .hasLineCount(1);
        }
    }
}
