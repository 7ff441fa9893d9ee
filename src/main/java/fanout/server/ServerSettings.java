package fanout.server;

import fanout.record.BenchmarkParameter;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import fanout.workload.UserBody;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link MockServer} listens and answers.
 *
 * @param scheme {@value #HTTP} or {@value #HTTPS}
 * @param host what to bind, a name or an address
 * @param hosts how many addresses it binds: where there are several, those of {@link Hosts}, each with the same port
 * @param port 1 to 65535, or 0 for any that is free
 * @param ioThreads threads that read and answer, 1 or more; usually {@link #defaultIoThreads}
 * @param delayMillis how long a valid user request waits for its answer, in milliseconds, 0 or more
 * @param delaySpread how the waits of single requests differ
 * @param payloadBytes what {@link UserBody} makes of it
 */
public record ServerSettings(
        String scheme,
        String host,
        Hosts hosts,
        int port,
        int ioThreads,
        int delayMillis,
        DelaySpread delaySpread,
        int payloadBytes) {
    /** The scheme for HTTP/1.1, and HTTP/2 by prior knowledge, without TLS. */
    public static final String HTTP = "http";

    /** The scheme for HTTP/1.1 and HTTP/2 over TLS, as the client chooses by ALPN. */
    public static final String HTTPS = "https";

    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException if a value is out of its range, in words that name it */
    public ServerSettings {
        BenchmarkParameter.SCHEME.check(Objects.requireNonNull(scheme, "scheme"));
        Objects.requireNonNull(host, "host");
        uri(scheme, host, 0);
        require(
                hosts.count() == 1 || host.equals(Hosts.FIRST_ADDRESS),
                "several hosts must begin with " + Hosts.FIRST_ADDRESS + ", not " + host);
        require(port >= 0 && port <= MAX_PORT, "port must be from 0 to " + MAX_PORT + ", not " + port);
        require(ioThreads >= 1, "ioThreads must be 1 or more, not " + ioThreads);
        require(delayMillis >= 0, "delayMillis must be 0 or more, not " + delayMillis);
        new UserBody(payloadBytes);
    }

    /** For a server without TLS, each of whose answers waits as long. */
    public ServerSettings(String host, int port, int ioThreads, int delayMillis, int payloadBytes) {
        this(HTTP, host, Hosts.ONE, port, ioThreads, delayMillis, DelaySpread.NONE, payloadBytes);
    }

    /**
     * For a server on the machine of its client, in the client's JVM or in one of its own: on 127.0.0.1, on any free
     * port, with {@link ServerIoThreads#ofThisJvm} I/O threads, without TLS.
     *
     * @throws IllegalArgumentException if that property is wrong
     */
    public static ServerSettings onLoopback(int delayMillis, int payloadBytes) {
        return onLoopback(HTTP, Hosts.ONE, delayMillis, DelaySpread.NONE, payloadBytes);
    }

    /** As above, with or without TLS. */
    public static ServerSettings onLoopback(String scheme, int delayMillis, int payloadBytes) {
        return onLoopback(scheme, Hosts.ONE, delayMillis, DelaySpread.NONE, payloadBytes);
    }

    /** As above, on several addresses, with delays that may differ. */
    public static ServerSettings onLoopback(
            String scheme, Hosts hosts, int delayMillis, DelaySpread delaySpread, int payloadBytes) {
        int ioThreads = ServerIoThreads.ofThisJvm();
        return new ServerSettings(
                scheme, Hosts.FIRST_ADDRESS, hosts, 0, ioThreads, delayMillis, delaySpread, payloadBytes);
    }

    /** Whether the server speaks TLS. */
    boolean isSecure() {
        return scheme.equals(HTTPS);
    }

    /** {@link ServerIoThreads#byDefault}. */
    public static int defaultIoThreads() {
        return ServerIoThreads.byDefault();
    }

    /** The addresses to bind. */
    List<String> addresses() {
        return hosts.count() == 1 ? List.of(host) : hosts.addresses();
    }

    /** Where a server with these settings is, once it listens on this port: a URI for each of its hosts. */
    List<URI> uris(int listening) {
        return addresses().stream()
                .map(address -> uri(scheme, address, listening))
                .toList();
    }

    private static URI uri(String scheme, String host, int port) {
        try {
            require(!host.isBlank(), "host must not be blank");
            return new URI(scheme, null, host, port, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("host must be a name or an address, not '" + host + "'", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
