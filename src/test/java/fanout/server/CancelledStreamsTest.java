package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A client that cancels each HTTP/2 request as soon as it has sent it (CVE-2023-44487, "rapid reset") loses its
 * connection, long before it has filled the memory.
 */
@Timeout(60)
class CancelledStreamsTest {
    private static final int PAIRS = 20_000;

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

    /** What was cancelled no longer counts when its time is over. */
    @Test
    void aClientThatGivesUpABatchKeepsItsConnection() throws Exception {
        int batch = UnansweredStreams.MOST * 3 / 4;
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(200, 0));
                Socket socket = new Socket("127.0.0.1", server.port())) {
            ByteArrayOutputStream givenUp = new ByteArrayOutputStream();
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            givenUp.writeBytes(Http2Frames.begin());
            for (int request = 0; request < batch; request++) {
                int stream = 2 * request + 1;
                givenUp.writeBytes(Http2Frames.request(stream));
                givenUp.writeBytes(Http2Frames.cancel(stream));
                next.writeBytes(Http2Frames.request(stream + 2 * batch));
            }
            socket.getOutputStream().write(givenUp.toByteArray());
            Await.until("it has arrived", () -> server.counters().requests() == batch);
            Await.inFlight(server, 0);

            socket.getOutputStream().write(next.toByteArray());
            Await.until("the next has arrived", () -> server.counters().requests() == 2 * batch);
            Await.inFlight(server, 0);
        }
    }

    private static byte[] attack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Http2Frames.begin());
        for (int pair = 0; pair < PAIRS; pair++) {
            int stream = 2 * pair + 1;
            bytes.writeBytes(Http2Frames.request(stream));
            bytes.writeBytes(Http2Frames.cancel(stream));
        }
        return bytes.toByteArray();
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
