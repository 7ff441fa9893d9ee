package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Hosts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final int slots;
    private final Hosts hosts;
    private final List<Deque<FloorConnection>> idle;
    private final FloorRequests requests;
    private final Selector selector = FloorConnection.selector();
    private Batch batch;
    private AtomicInteger next;
    private ByteBuffer encoded;
    private volatile int inFlight;

    /**
     * @param connections its own until it is closed, as many to each host
     * @param hosts how many of them there are
     */
    FloorLoop(List<FloorConnection> connections, Hosts hosts, FloorRequests requests) {
        this.connections = connections;
        this.slots = connections.size() / hosts.count();
        this.hosts = hosts;
        this.idle = hosts.addresses().stream()
                .<Deque<FloorConnection>>map(address -> new ArrayDeque<>())
                .toList();
        this.requests = requests;
        connections.forEach(connection -> idle.get(connection.host()).add(connection));
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
        for (int i = 0; i < slots; i++) {
            sendNext();
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
        idle.get(connection.host()).push(connection);
        sendNext();
    }

    /** The server may close a connection without a request in flight: the next request opens another. */
    private void readIdle(FloorConnection connection) {
        int bytes = connection.readIdle();
        if (bytes > 0) {
            batch.fail(connection.lastId(), new IOException(bytes + " bytes lie behind the answer"));
        }
    }

    /** Sends the next request of the batch, unless one has failed or there is none. */
    private void sendNext() {
        while (!batch.hasFailed()) {
            int id = next.getAndIncrement();
            if (id >= batch.size()) {
                return;
            }
            batch.begin(id);
            FloorConnection connection = idle.get(hosts.of(id)).pop(); // to each host there are as many as slots
            try {
                connection.send(id, requests.of(id, encoded));
                inFlight++;
                return;
            } catch (IOException | RuntimeException e) {
                connection.close();
                idle.get(connection.host()).push(connection);
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
                idle.get(connection.host()).push(connection);
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
