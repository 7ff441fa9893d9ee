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
public record RunningServer(URI uri, Optional<MockServer> mock) implements AutoCloseable {
    /** The value of the parameter {@code server} for a mock server inside the benchmark's own JVM. */
    public static final String EMBEDDED = "embedded";

    /**
     * Starts the embedded server, or finds the one that runs at an address.
     *
     * @param server {@value #EMBEDDED} or {@code http://host:port}
     * @throws IllegalArgumentException if it is neither, or not allowed ({@link RemoteServer#parse})
     * @throws IOException if nothing that keeps the contract answers at the address
     */
    public static RunningServer open(String server, Workload workload) throws IOException {
        if (server.equals(EMBEDDED)) {
            MockServer mock =
                    MockServer.start(ServerSettings.embedded(workload.delayMillis(), workload.payloadBytes()));
            return new RunningServer(mock.uri(), Optional.of(mock));
        }
        URI uri = RemoteServer.parse(server);
        RemoteServer.probe(uri);
        return new RunningServer(uri, Optional.empty());
    }

    /** Stops the server if it is ours. */
    @Override
    public void close() {
        mock.ifPresent(MockServer::close);
    }
}
