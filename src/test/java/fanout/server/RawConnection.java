package fanout.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bare socket, or one with TLS if the server has that, which speaks just enough HTTP/1.1 to see what a server really
 * sends.
 */
final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawConnection(GatedServer server) throws IOException {
        boolean isSecure = "https".equals(server.uri().getScheme());
        socket = isSecure ? LocalhostTls.client().getSocketFactory().createSocket() : new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", server.uri().getPort()), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static String request(String method, String target) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    static RawResponse get(GatedServer server, String target) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            return connection.get(target);
        }
    }

    RawResponse get(String target) throws IOException {
        send(request("GET", target));
        return read();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawResponse read() throws IOException {
        String statusLine = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("after " + body.length + " bytes of a body of " + length);
        }
        return new RawResponse(Integer.parseInt(statusLine.split(" ")[1]), headers, body);
    }

    String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Whether nothing has arrived so far. */
    boolean hasNothingYet() throws IOException {
        return in.available() == 0;
    }

    /** Closes the connection, orderly or with a reset. */
    void drop(boolean reset) throws IOException {
        socket.setSoLinger(reset, 0);
        socket.close();
    }

    /** Whether the server closes the connection, orderly or not, without sending anything more. */
    boolean isClosedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
