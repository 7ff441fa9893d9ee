package fanout.client;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * What every {@link FanOutClient} is built from: the one source of all that must be equal for a fair comparison.
 *
 * @param server scheme, host and port that the requests go to
 * @param concurrency most requests in flight, and so also the most connections
 * @param tls what trusts the server's certificate; null where the scheme is {@code http}
 * @param setup how a strategy sets up its library
 */
public record ClientSettings(URI server, int concurrency, SSLContext tls, ClientSetup setup) {
    /** Sent by every strategy, so that no library sends more bytes because its name is longer. */
    public static final String USER_AGENT = "fanout";

    /** How long a client may take to end its threads when it is closed. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /**
     * @throws IllegalArgumentException if the server has no host or port, the concurrency is below 1, or https lacks
     *     its TLS
     */
    public ClientSettings {
        if (server.getHost() == null || server.getPort() < 0) {
            throw new IllegalArgumentException("server is " + server + ", must be scheme://host:port");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", must be at least 1");
        }
        if (isSecure(server) != (tls != null)) {
            throw new IllegalArgumentException("https and only https needs TLS settings, not " + server);
        }
    }

    /** For a server that speaks {@code http}, with the setup that is measured if none is asked for. */
    public ClientSettings(URI server, int concurrency) {
        this(server, concurrency, null, ClientSetup.IDIOMATIC);
    }

    /** Whether the requests go over TLS. */
    public boolean isSecure() {
        return tls != null;
    }

    private static boolean isSecure(URI server) {
        return "https".equals(server.getScheme());
    }
}
