package fanout.client;

import fanout.workload.Hosts;
import fanout.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * What every {@link FanOutClient} is built from: the one source of all that must be equal for a fair comparison.
 *
 * @param servers scheme, host and port of each host that the requests go to, as {@link Hosts} says; usually of one
 * @param concurrency most requests in flight, and so also the most connections to a host
 * @param tls what trusts the server's certificate; null where the scheme is {@code http}
 * @param setup how a strategy sets up its library
 */
public record ClientSettings(List<URI> servers, int concurrency, SSLContext tls, ClientSetup setup) {
    /** Sent by every strategy, so that no library sends more bytes because its name is longer. */
    public static final String USER_AGENT = "fanout";

    /** How long a client may take to end its threads when it is closed. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /**
     * @throws IllegalArgumentException if a server has no host or port, the hosts are none or more than 16, the
     *     concurrency is below 1, or https lacks its TLS
     */
    public ClientSettings {
        servers = List.copyOf(servers);
        new Hosts(servers.size());
        for (URI server : servers) {
            if (server.getHost() == null || server.getPort() < 0) {
                throw new IllegalArgumentException("server is " + server + ", must be scheme://host:port");
            }
            if (isSecure(server) != (tls != null)) {
                throw new IllegalArgumentException("https and only https needs TLS settings, not " + server);
            }
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", must be at least 1");
        }
    }

    /** For one host. */
    public ClientSettings(URI server, int concurrency, SSLContext tls, ClientSetup setup) {
        this(List.of(server), concurrency, tls, setup);
    }

    /** For one host that speaks {@code http}, with the setup that is measured if none is asked for. */
    public ClientSettings(URI server, int concurrency) {
        this(server, concurrency, null, ClientSetup.IDIOMATIC);
    }

    /** Where requests go if there is one host; else the first of the hosts. */
    public URI server() {
        return servers.get(0);
    }

    /** Where the request for the user with this id goes. */
    public URI server(int id) {
        return servers.get(Hosts.of(id, servers.size()));
    }

    /** What the request for the user with this id asks for, as a whole. */
    public URI uri(int id) {
        return server(id).resolve(Workload.path(id));
    }

    /** How the requests are spread. */
    public Hosts hosts() {
        return new Hosts(servers.size());
    }

    /** Whether the requests go over TLS. */
    public boolean isSecure() {
        return tls != null;
    }

    private static boolean isSecure(URI server) {
        return "https".equals(server.getScheme());
    }
}
