package fanout.server;

import fanout.record.BenchmarkParameter;
import fanout.record.ServerRecord;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;

/**
 * Where the server of a benchmark runs, how it is reached, and how it answers.
 *
 * @param server {@value #EMBEDDED}, {@value #FORKED} or {@code http://host:port}
 * @param scheme {@code http}, or, for a server of ours, {@code https}
 * @param hosts on how many addresses a server of ours listens, 1 to 16
 * @param delayMillis how long a server of ours waits before it answers, in ms, at least 0
 * @param delaySpread how the waits of single answers differ
 * @param payloadBytes length of the answers of a server of ours in bytes, 0 (just the id) to 1 MiB
 */
public record ServerConditions(
        String server, String scheme, Hosts hosts, int delayMillis, DelaySpread delaySpread, int payloadBytes) {
    /** The server is a mock server inside the benchmark's own JVM. */
    public static final String EMBEDDED = BenchmarkParameter.Default.SERVER;

    /** The server is a mock server in a JVM of its own. */
    public static final String FORKED = ServerRecord.FORKED;

    /** @throws IllegalArgumentException if a value is out of its range, or as {@link #requireTogether} */
    public ServerConditions {
        BenchmarkParameter.DELAY_MILLIS.check(delayMillis);
        delaySpread.requireDelay(delayMillis);
        BenchmarkParameter.PAYLOAD_BYTES.check(payloadBytes);
        requireTogether(server, scheme, hosts);
    }

    /** How long the answer to a request of a batch waits, in ms. */
    public int delayMillis(long batch, long id) {
        return delaySpread.millis(delayMillis, batch, id);
    }

    /** The longest that an answer waits, in ms. */
    public int mostDelayMillis() {
        return delaySpread.mostMillis(delayMillis);
    }

    /** Whether any answer waits. */
    public boolean areDelayed() {
        return delaySpread.waits(delayMillis);
    }

    /**
     * Checks that a server can be asked for with a scheme and so many hosts. Nothing is sent.
     *
     * @throws IllegalArgumentException if one of them is unknown, or the server not allowed ({@link
     *     RemoteServer#parse}), or if it is not ours and the scheme is https (nothing would trust its certificate) or
     *     the hosts are several
     */
    public static void requireTogether(String server, String scheme, Hosts hosts) {
        BenchmarkParameter.SCHEME.check(scheme);
        if (isOurs(server)) {
            return;
        }
        RemoteServer.parse(server);
        if (scheme.equals(ServerSettings.HTTPS)) {
            throw new IllegalArgumentException(
                    "scheme is https, but server is " + server + ": TLS needs our own server, embedded or forked");
        }
        if (hosts.count() > 1) {
            throw new IllegalArgumentException("hosts is " + hosts.count() + ", but server is " + server
                    + ": only our own, embedded or forked, listens on several addresses");
        }
    }

    private static boolean isOurs(String server) {
        return server.equals(EMBEDDED) || server.equals(FORKED);
    }
}
