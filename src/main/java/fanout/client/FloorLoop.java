package fanout.client;

import fanout.workload.Batch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One selector of {@link SocketFloor} with its connections. One thread at a time runs it; it shares with the other
 * loops only the counter of the batch that says which request is next.
 *
 * <p>Tested by {@code fanout.client.SocketFloorTest} and {@code fanout.client.FanOutClientContractTest}.
 */
final class FloorLoop {
    private final List<FloorConnection> connections;
    private final FloorRequests requests;
    private final Selector selector = FloorConnection.selector();
    private Batch batch;
    private AtomicInteger next;
    private ByteBuffer encoded;
    private volatile int inFlight;

    /** Its connections are its own until it is closed. */
    FloorLoop(List<FloorConnection> connections, FloorRequests requests) {
        this.connections = connections;
        this.requests = requests;
        connections.forEach(connection -> connection.watchedBy(selector));
    }

    /**
     * Sends requests of the batch until there is no other and its own are answered.
     *
     * @param newNext the id of the next request that no loop has sent
     * @throws InterruptedException if interrupted; its requests are then still in flight
     */
    void run(Batch newBatch, AtomicInteger newNext) throws InterruptedException {
        batch = newBatch;
        next = newNext;
        encoded = requests.view();
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
        while (!batch.hasFailed()) {
            int id = next.getAndIncrement();
            if (id >= batch.size()) {
                return;
            }
            batch.begin(id);
            try {
                connection.send(id, requests.of(id, encoded));
                inFlight++;
                return;
            } catch (IOException | RuntimeException e) {
                connection.close();
                batch.fail(id, e);
            }
        }
    }

    /** Gives up the requests in flight: none of them will be answered any more. */
    void abandon(Exception cause) {
        for (FloorConnection connection : connections) {
            if (connection.id() != FloorConnection.IDLE) {
                batch.fail(connection.id(), cause);
                connection.close();
            }
        }
        inFlight = 0;
    }

    /** How many of its requests are in flight; any thread may ask. */
    int inFlight() {
        return inFlight;
    }

    /** Ends a selection that goes on in another thread, too. */
    void close() {
        FloorConnection.close(selector);
    }
}
