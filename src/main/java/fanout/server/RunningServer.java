package fanout.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The server that a trial measures against.
 *
 * @param uris scheme, host and port; of each host, where it has several
 * @param mock what only a server of ours offers (gate, delay, payload, counters); empty if the server runs elsewhere
 */
public record RunningServer(List<URI> uris, Optional<GatedServer> mock) implements AutoCloseable {
    /**
     * Starts a mock server, or finds the one that runs at an address.
     *
     * @throws IllegalArgumentException if {@value ForkedServer#JVM} or {@value ServerIoThreads#PROPERTY} is wrong
     * @throws IOException if nothing that keeps the contract answers at the address, or the forked server does not
     *     start
     */
    public static RunningServer open(ServerConditions conditions) throws IOException {
        ServerSettings settings = ServerSettings.onLoopback(
                conditions.scheme(),
                conditions.hosts(),
                conditions.delayMillis(),
                conditions.delaySpread(),
                conditions.payloadBytes());
        return switch (conditions.server()) {
            case ServerConditions.EMBEDDED -> ours(MockServer.start(settings));
            case ServerConditions.FORKED -> ours(ForkedServer.start(settings));
            default -> elsewhere(RemoteServer.parse(conditions.server()));
        };
    }

    private static RunningServer ours(GatedServer mock) {
        return new RunningServer(mock.uris(), Optional.of(mock));
    }

    private static RunningServer elsewhere(URI uri) throws IOException {
        RemoteServer.probe(uri);
        return new RunningServer(List.of(uri), Optional.empty());
    }

    /** Where it is; the first of its hosts. */
    public URI uri() {
        return uris.get(0);
    }

    /** What trusts the server's certificate; empty where the scheme is http. */
    public Optional<SSLContext> clientTls() {
        return ServerSettings.HTTPS.equals(uri().getScheme()) ? Optional.of(LocalhostTls.client()) : Optional.empty();
    }

    /** Stops the server if it is ours. */
    @Override
    public void close() {
        mock.ifPresent(GatedServer::close);
    }
}
