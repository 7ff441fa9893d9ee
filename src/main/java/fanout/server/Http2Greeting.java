package fanout.server;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How an HTTP/2 connection begins (RFC 9113, 3.4): each side sends a SETTINGS frame, the client a fixed text before it.
 */
final class Http2Greeting {
    private static final int FRAME_HEAD_BYTES = 9;
    private static final int TYPE = 3;
    private static final int FLAGS = 4;
    private static final byte SETTINGS = 4;
    private static final byte ACKNOWLEDGEMENT = 1;
    private static final byte[] PREFACE = ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0" + "\4" + "\0" + "\0\0\0\0")
            .getBytes(StandardCharsets.ISO_8859_1);

    private Http2Greeting() {}

    /** Whether a server without TLS returns the greeting within that time. */
    static boolean isReturned(URI server, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millisUntil(deadline));
            socket.getOutputStream().write(PREFACE);
            return isSettings(head(socket, deadline));
        } catch (IOException e) {
            return false; // no server, no answer, or a closed connection: no HTTP/2 in any case
        }
    }

    /** Each read has only the time that is left, so that a server gains nothing by sending byte after byte. */
    private static byte[] head(Socket socket, long deadline) throws IOException {
        byte[] head = new byte[FRAME_HEAD_BYTES];
        int length = 0;
        while (length < head.length) {
            socket.setSoTimeout(millisUntil(deadline));
            int read = socket.getInputStream().read(head, length, head.length - length);
            if (read < 0) {
                throw new EOFException();
            }
            length += read;
        }
        return head;
    }

    /** Whether it is a SETTINGS frame of the connection, stream 0, and not just the acknowledgement of ours. */
    private static boolean isSettings(byte[] head) {
        boolean ofConnection = head[5] == 0 && head[6] == 0 && head[7] == 0 && head[8] == 0;
        return head[TYPE] == SETTINGS && (head[FLAGS] & ACKNOWLEDGEMENT) == 0 && ofConnection;
    }

    private static int millisUntil(long deadline) throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis < 1) { // 0 would mean without limit
            throw new SocketTimeoutException();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
