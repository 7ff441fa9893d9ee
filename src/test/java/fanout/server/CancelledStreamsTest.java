package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A client that cancels each HTTP/2 request as soon as it has sent it (CVE-2023-44487, "rapid reset") loses its
 * connection, long before it has filled the memory.
 */
@Timeout(60)
class CancelledStreamsTest {
    private static final int PAIRS = 20_000;
    private static final byte HEADERS = 1;
    private static final byte RST_STREAM = 3;
    private static final byte SETTINGS = 4;
    private static final byte END_OF_STREAM_AND_HEADERS = 0x1 | 0x4;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CANCEL = {0, 0, 0, 8};

    /** GET, http, a path and a host, as HPACK writes them without a table (RFC 7541, 6). */
    private static final byte[] REQUEST =
            "\u0082\u0086\u0004\u0007/user/1\u0001\u0001x".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void aClientThatCancelsEachRequestLosesItsConnection() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(60_000, 0));
                Socket socket = new Socket("127.0.0.1", server.port())) {
            Thread attack = new Thread(() -> write(socket, attack()));
            attack.start();
            awaitEnd(socket);
            attack.join();
            assertThat(server.counters().requests()).isLessThan(PAIRS / 2);
            assertThat(RawConnection.get(server, "/user/x").status()).isEqualTo(400);
        }
    }

    private static byte[] attack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PREFACE);
        bytes.writeBytes(frame(SETTINGS, 0, 0, new byte[0]));
        for (int pair = 0; pair < PAIRS; pair++) {
            int stream = 2 * pair + 1;
            bytes.writeBytes(frame(HEADERS, END_OF_STREAM_AND_HEADERS, stream, REQUEST));
            bytes.writeBytes(frame(RST_STREAM, 0, stream, CANCEL));
        }
        return bytes.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** The connection may end while it is written to. */
    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException ended) {
            assertThat(ended).isInstanceOf(SocketException.class);
        }
    }

    private static void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException end) {
            assertThat(end).hasMessageContaining("reset");
        }
    }
}
