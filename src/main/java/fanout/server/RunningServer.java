package fanout.server;

import fanout.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The server that a trial measures against.
 *
 * @param uri scheme, host and port
 * @param mock what only our own server offers (gate, delay, payload, counters); empty if it runs elsewhere
 */
public record RunningServer(URI uri, Optional<GatedServer> mock) implements AutoCloseable {
    /** The value of the parameter {@code server} for a mock server inside the benchmark's own JVM. */
    public static final String EMBEDDED = "embedded";

    /** The value for a mock server in a JVM of its own. */
    public static final String FORKED = "forked";

    /**
     * Whether a server can be asked for with this scheme.
     *
     * @throws IllegalArgumentException if either is none, or the server not allowed ({@link RemoteServer#parse}), or
     *     if it is not ours and the scheme is https: nothing would trust its certificate
     */
    public static void check(String server, String scheme) {
        ServerSettings.checkScheme(scheme);
        if (isOurs(server)) {
            return;
        }
        RemoteServer.parse(server);
        if (scheme.equals(ServerSettings.HTTPS)) {
            throw new IllegalArgumentException(
                    "scheme is https, but server is " + server + ": TLS needs our own server, embedded or forked");
        }
    }

    private static boolean isOurs(String server) {
        return server.equals(EMBEDDED) || server.equals(FORKED);
    }

    /**
     * Starts a mock server, or finds the one that runs at an address.
     *
     * @param server {@value #EMBEDDED}, {@value #FORKED} or {@code http://host:port}
     * @param scheme {@code http}, or, for a server of ours, {@code https}
     * @throws IllegalArgumentException as {@link #check}, or if {@value ForkedServer#JVM} is wrong
     * @throws IOException if nothing that keeps the contract answers at the address, or the forked server does not start
     */
    public static RunningServer open(String server, String scheme, Workload workload) throws IOException {
        check(server, scheme);
        ServerSettings settings = ServerSettings.embedded(scheme, workload.delayMillis(), workload.payloadBytes());
        return switch (server) {
            case EMBEDDED -> ours(MockServer.start(settings));
            case FORKED -> ours(ForkedServer.start(settings));
            default -> elsewhere(RemoteServer.parse(server));
        };
    }

    private static RunningServer ours(GatedServer mock) {
        return new RunningServer(mock.uri(), Optional.of(mock));
    }

    private static RunningServer elsewhere(URI uri) throws IOException {
        RemoteServer.probe(uri);
        return new RunningServer(uri, Optional.empty());
    }

    /** What trusts the server's certificate; empty where the scheme is http. */
    public Optional<SSLContext> clientTls() {
        return ServerSettings.HTTPS.equals(uri.getScheme()) ? Optional.of(LocalhostTls.client()) : Optional.empty();
    }

    /** Stops the server if it is ours. */
    @Override
    public void close() {
        mock.ifPresent(GatedServer::close);
    }
}
