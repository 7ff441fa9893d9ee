package fanout.server;

import fanout.workload.User;
import fanout.workload.UserBody;
import fanout.workload.Workload;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;

/** A server that runs elsewhere and keeps the contract: {@code GET /user/{id}} answers a JSON object with that id. */
public final class RemoteServer {
    /** The system property that allows targets that are not loopback, with the value {@code true}. */
    public static final String ALLOW_REMOTE = "fanout.allowRemote";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int PROBE_ID = 7;

    private RemoteServer() {}

    /**
     * Reads the address of a server. No name is looked up, so that no packet leaves the machine by mistake.
     *
     * @throws IllegalArgumentException if it is not {@code http://host:port}, or not loopback while
     *     {@value #ALLOW_REMOTE} is not {@code true}
     */
    public static URI parse(String address) {
        URI uri = http(address);
        if (!isLoopback(uri.getHost()) && !Boolean.getBoolean(ALLOW_REMOTE)) {
            throw new IllegalArgumentException("server is " + address + ", which is not loopback: to load another"
                    + " machine on purpose, say -D" + ALLOW_REMOTE + "=true");
        }
        return uri;
    }

    /** Whether this name or address is that of the machine itself, as far as can be told without looking it up. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static URI http(String address) {
        try {
            URI uri = new URI(address);
            if ("https".equals(uri.getScheme())) {
                throw new IllegalArgumentException("server is " + address + ", must be http://host:port: over TLS only"
                        + " our own can be measured, embedded or forked, with the parameter scheme=https");
            }
            URI bare = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            boolean isBare = uri.equals(bare) || uri.equals(bare.resolve("/"));
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && isBare) {
                return bare;
            }
        } catch (URISyntaxException e) {
            // Not a URI at all: reported below.
        }
        throw new IllegalArgumentException("server is " + address + ", must be embedded, forked or http://host:port");
    }

    /**
     * Asks the server for one user.
     *
     * @throws IOException if it is not there, or does not answer as the contract says; it has 5 s to
     *     connect and 5 s for each read
     */
    public static void probe(URI server) throws IOException {
        URI uri = server.resolve(Workload.path(PROBE_ID));
        try {
            long id = User.parse(get(uri)).id();
            if (id != PROBE_ID) {
                throw new IOException("the answer is for id " + id);
            }
        } catch (IOException e) {
            throw new IOException("GET " + uri + " must answer {\"id\":" + PROBE_ID + "}, but: " + reason(e), e);
        }
    }

    /**
     * Whether the server speaks HTTP/2 without TLS with prior knowledge (h2c). It sends no request, and takes at most 5
     * s.
     *
     * @return also false if there is no server, or if it does not answer in time
     */
    public static boolean speaksHttp2(URI server) {
        return Http2Greeting.isReturned(server, Duration.ofMillis(TIMEOUT_MILLIS));
    }

    /** Uses the one client that leaves no thread behind, since a benchmark may follow in this JVM. */
    private static byte[] get(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Connection", "close");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("status " + connection.getResponseCode());
            }
            return connection.getInputStream().readNBytes(UserBody.MAX_PAYLOAD_BYTES);
        } finally {
            connection.disconnect();
        }
    }

    private static String reason(IOException e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
