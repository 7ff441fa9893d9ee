package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {
    private MockServer server;
    private RawConnection other;

    @BeforeEach
    void startWithAConnectionThatMustNotSuffer() throws Exception {
        server = MockServer.start(ServerSettings.onLoopback(0, 0));
        other = new RawConnection(server);
        assertThat(other.get("/user/1").status()).isEqualTo(200);
    }

    @AfterEach
    void theOtherConnectionHasNotSuffered() throws Exception {
        try (MockServer closing = server;
                RawConnection surviving = other) {
            assertThat(surviving.get("/user/2").text()).isEqualTo("{\"id\":2}");
            assertThat(RawConnection.get(closing, "/user/3").text()).isEqualTo("{\"id\":3}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000})
    void anOversizedHeaderIsRefused(int bytes) throws Exception {
        assertIsRefused("GET /user/1 HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(bytes) + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000})
    void anOversizedRequestLineIsRefused(int bytes) throws Exception {
        assertIsRefused("GET /user/1?" + "x".repeat(bytes) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /user/1 HTTP/1.1\r\n\r\n",
                "GET /user/1\r\n\r\n",
                "GET user/1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /user/1 HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                "GET /user/1%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\r\n\r\n\r\n",
                "\0\1\2\3",
            })
    void aRequestThatIsNotHttpIsRefused(String text) throws Exception {
        assertIsRefused(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomBytesAreRefused(long seed) throws Exception {
        byte[] noise = new byte[2_000];
        new Random(seed).nextBytes(noise);
        noise[0] = (byte) 0x80; // never the start of a method
        assertIsRefused(new String(noise, StandardCharsets.ISO_8859_1));
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(404);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    private void assertIsRefused(String text) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(text);
            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.isClosedByServer()).isTrue();
        } catch (SocketException reset) {
            // This is right, too: the server closes while part of the request is still unread.
            assertThat(reset).hasMessageMatching("Connection reset.*|Broken pipe.*");
        }
        assertThat(server.counters()).isEqualTo(new ServerCounters(1, 1, 0, 1));
    }
}
