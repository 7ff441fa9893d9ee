package fanout.client;

import java.net.URI;
import java.time.Duration;

/**
 * What every {@link FanOutClient} is built from: the one source of whatever must be equal for a fair comparison.
 *
 * @param server scheme, host and port that the requests go to
 * @param concurrency most requests in flight, and so also the most connections
 */
public record ClientSettings(URI server, int concurrency) {
    /** Sent by every strategy, lest one library's longer name cost it bytes. */
    public static final String USER_AGENT = "fanout";

    /** How long a client may take to end its threads when it is closed. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /** @throws IllegalArgumentException if the server has no host or port, or the concurrency is below 1 */
    public ClientSettings {
        if (server.getHost() == null || server.getPort() < 0) {
            throw new IllegalArgumentException("server is " + server + ", must be scheme://host:port");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", must be at least 1");
        }
    }
}
