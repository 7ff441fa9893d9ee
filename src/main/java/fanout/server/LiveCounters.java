package fanout.server;

import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;

/**
 * The counters while the server runs. Under one lock, so that each snapshot is consistent; few I/O threads rarely
 * contend for it.
 */
final class LiveCounters {
    private static final AttachmentKey<Boolean> SEEN = AttachmentKey.create(Boolean.class);

    private long requests;
    private long connections;
    private int inFlight;
    private int peakInFlight;

    /**
     * Notes that a request came on this connection, valid or not. Over HTTP/2 each stream has a
     * {@link ServerConnection} of its own, but all of them share the attachments of their real connection.
     */
    void cameOn(ServerConnection connection) {
        if (connection.getAttachment(SEEN) == null) {
            connection.putAttachment(SEEN, Boolean.TRUE);
            synchronized (this) {
                connections++;
            }
        }
    }

    synchronized void arrived() {
        requests++;
        inFlight++;
        peakInFlight = Math.max(peakInFlight, inFlight);
    }

    /** The same as {@link #arrived} and then {@link #left}, at the price of one lock. */
    synchronized void passed() {
        requests++;
        peakInFlight = Math.max(peakInFlight, inFlight + 1);
    }

    synchronized void left() {
        inFlight--;
    }

    synchronized void reset() {
        requests = 0;
        peakInFlight = inFlight;
    }

    synchronized ServerCounters snapshot() {
        return new ServerCounters(requests, connections, inFlight, peakInFlight);
    }
}
