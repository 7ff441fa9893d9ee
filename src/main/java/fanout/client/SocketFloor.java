package fanout.client;

import fanout.workload.Batch;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The floor: what bare sockets can do, which the other strategies are compared with. {@code concurrency} connections,
 * the caller's thread as the one that selects, requests encoded in advance, and just enough of HTTP/1.1 to find each
 * answer and to check its status, id and payload. No TLS, no timeouts, nothing that an application could want.
 */
public final class SocketFloor implements FanOutClient {
    private final FloorRequests requests;
    private final FloorConnection[] connections;
    private final Selector selector;
    private Batch batch;
    private int next;
    private volatile int inFlight;

    /** @throws IllegalArgumentException if the server wants TLS */
    public SocketFloor(ClientSettings settings) {
        if (settings.isSecure()) {
            throw new IllegalArgumentException("socketFloor has no TLS, so scheme must be http");
        }
        this.requests = new FloorRequests(settings.server());
        this.selector = FloorConnection.selector();
        this.connections = new FloorConnection[settings.concurrency()];
        for (int i = 0; i < connections.length; i++) {
            connections[i] = new FloorConnection(settings.server(), selector);
        }
    }

    @Override
    public void fetch(Batch newBatch) throws InterruptedException {
        batch = newBatch;
        next = 0;
        requests.encodeUpTo(batch.size());
        for (FloorConnection connection : connections) {
            sendNext(connection);
        }
        try {
            while (inFlight > 0) {
                selector.select(this::onReadable);
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while waiting for answers");
                }
            }
            selector.selectNow(this::onReadable); // what lies behind the last answers
        } catch (ClosedSelectorException | IOException e) {
            abandon(e);
        }
    }

    private void onReadable(SelectionKey key) {
        FloorConnection connection = (FloorConnection) key.attachment();
        int id = connection.id();
        if (id == FloorConnection.IDLE) {
            readIdle(connection);
            return;
        }
        try {
            if (!connection.read()) {
                return;
            }
            connection.takeAnswer(batch);
        } catch (IOException | RuntimeException e) {
            connection.close();
            batch.fail(id, e);
        }
        inFlight--;
        sendNext(connection);
    }

    /** The server may close a connection without a request in flight: the next request opens another. */
    private void readIdle(FloorConnection connection) {
        int bytes = connection.readIdle();
        if (bytes > 0) {
            batch.fail(connection.lastId(), new IOException(bytes + " bytes lie behind the answer"));
        }
    }

    /** Sends the next request of the batch, unless one has failed or there is none. */
    private void sendNext(FloorConnection connection) {
        while (next < batch.size() && !batch.hasFailed()) {
            int id = next++;
            batch.begin(id);
            try {
                connection.send(id, requests.of(id));
                inFlight++;
                return;
            } catch (IOException e) {
                connection.close();
                batch.fail(id, e);
            }
        }
    }

    /** Gives up the requests in flight: none of them will be answered any more. */
    private void abandon(Exception cause) {
        for (FloorConnection connection : connections) {
            if (connection.id() != FloorConnection.IDLE) {
                batch.fail(connection.id(), cause);
                connection.close();
            }
        }
        inFlight = 0;
    }

    @Override
    public int leasedConnections() {
        return inFlight;
    }

    @Override
    public void close() {
        FloorConnection.close(selector);
        for (FloorConnection connection : connections) {
            connection.close();
        }
    }
}
