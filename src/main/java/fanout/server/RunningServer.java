package fanout.server;

import fanout.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

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
     * Starts a mock server, or finds the one that runs at an address.
     *
     * @param server {@value #EMBEDDED}, {@value #FORKED} or {@code http://host:port}
     * @throws IllegalArgumentException if it is none of these, or not allowed ({@link RemoteServer#parse}), or if
     *     {@value ForkedServer#JVM} is wrong
     * @throws IOException if nothing that keeps the contract answers at the address, or the forked server does not start
     */
    public static RunningServer open(String server, Workload workload) throws IOException {
        ServerSettings settings = ServerSettings.embedded(workload.delayMillis(), workload.payloadBytes());
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

    /** Stops the server if it is ours. */
    @Override
    public void close() {
        mock.ifPresent(GatedServer::close);
    }
}
