package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class Http2GreetingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void theMockServerSpeaksHttp2WithPriorKnowledge() {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            assertThat(RemoteServer.speaksHttp2(server.uri())).isTrue();
            assertThat(server.counters()).isEqualTo(new ServerCounters(0, 0, 0, 0));
        }
    }

    @Test
    void theMockServerWithTlsSpeaksNoHttp2WithoutTls() {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback("https", 0, 0))) {
            assertThat(RemoteServer.speaksHttp2(server.uri())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 505 HTTP Version Not Supported\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\0\0\0\4\1\0\0\0\0", // only acknowledges ours
                "\0\0\10\7\0\0\0\0\0", // GOAWAY
                "\0\0\0\4\0\0\0\0\1", // of a stream
                "\0\0\0\4",
                "",
            })
    void anyOtherAnswerIsNoHttp2Greeting(String answer) throws Exception {
        assertThat(isReturned(answer, true, LONG)).isFalse();
    }

    @Test
    void aSettingsFrameIsAnHttp2Greeting() throws Exception {
        assertThat(isReturned("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\100", false, LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0"})
    void silenceIsNoHttp2Greeting(String begun) throws Exception {
        long start = System.nanoTime();
        assertThat(isReturned(begun, false, SHORT)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.dividedBy(2), LONG);
    }

    @Test
    void anAbsentServerSendsNoHttp2Greeting() throws Exception {
        ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id));
        server.close();
        assertThat(RemoteServer.speaksHttp2(server.uri())).isFalse();
    }

    /** Asks a server that sends this answer as soon as a client connects, and then hangs up or stays silent. */
    private static boolean isReturned(String answer, boolean hangsUp, Duration timeout) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(listener, answer, hangsUp));
            thread.start();
            URI uri = URI.create("http://127.0.0.1:" + listener.getLocalPort());
            boolean returned = Http2Greeting.isReturned(uri, timeout);
            thread.join();
            return returned;
        }
    }

    private static void answer(ServerSocket listener, String answer, boolean hangsUp) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            if (hangsUp) {
                socket.shutdownOutput();
            }
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client has seen enough and has gone
        }
    }
}
