package fanout.client;

import fanout.workload.Batch;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * One connection of {@link SocketFloor}: it has at most one request in flight. Opened when first needed, kept, and
 * opened again after an error.
 */
final class FloorConnection {
    /** Stands for an id where no request is in flight. */
    static final int IDLE = -1;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final int host;
    private final InetSocketAddress address;
    private Selector selector;
    private volatile SocketChannel channel;
    private int id = IDLE;
    private int lastId = IDLE;
    private ByteBuffer received;
    private FloorAnswer answer;

    /** @param host the number of the host among the others */
    FloorConnection(int host, URI server) {
        this.host = host;
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /** Moves it to this selector, between batches, open or not. */
    void watchedBy(Selector newSelector) {
        selector = newSelector;
        SocketChannel open = channel;
        if (open != null) {
            try {
                open.register(newSelector, SelectionKey.OP_READ, this);
            } catch (ClosedChannelException e) {
                close(); // a later request opens it again
            }
        }
    }

    static Selector selector() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector can be had", e);
        }
    }

    /** Ends a selection that goes on in another thread, too. */
    static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector can't be closed", e);
        }
    }

    /** The number of the host that it leads to. */
    int host() {
        return host;
    }

    /** The id of the user that was asked for last. */
    int lastId() {
        return lastId;
    }

    /** The id of the user that was asked for and has not been answered, or {@link #IDLE}. */
    int id() {
        return id;
    }

    void send(int newId, ByteBuffer request) throws IOException {
        if (channel == null) {
            open();
        }
        id = newId;
        lastId = newId;
        received.clear();
        answer = null;
        // A socket without anything on its way takes the few bytes of a request at once.
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    private void open() throws IOException {
        if (received == null) {
            received = ByteBuffer.allocate(BUFFER_BYTES);
        }
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.connect(address);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
    }

    /**
     * Reads what is there, once.
     *
     * @return whether the answer is complete
     * @throws IOException if it is not HTTP, or ends early
     */
    boolean read() throws IOException {
        boolean ended = channel.read(received) < 0;
        parseHead();
        if (answer != null && answer.isComplete(received.array(), received.position(), ended)) {
            return true;
        }
        if (ended) {
            throw new EOFException("the server closed the connection before its answer was complete");
        }
        if (!received.hasRemaining() || (answer != null && answer.length() > received.capacity())) {
            grow();
        }
        return false;
    }

    /** Skips what comes before the answer that was asked for: heads with a status from 100 to 199. */
    private void parseHead() throws IOException {
        while (answer == null) {
            answer = FloorAnswer.parse(received.array(), received.position());
            if (answer == null) {
                return;
            }
            if (answer.isInformational()) {
                received.flip().position(answer.bodyStart());
                received.compact();
                answer = null;
            }
        }
    }

    /**
     * Reads what is there while no request is in flight: nothing but the connection's end is right.
     *
     * @return how many bytes lie behind the last answer
     */
    int readIdle() {
        received.clear();
        try {
            int count = channel.read(received);
            if (count != 0) {
                close();
            }
            return Math.max(0, count);
        } catch (IOException e) {
            close(); // a reset is an end, too
            return 0;
        }
    }

    private void grow() {
        int length = Math.max(2 * received.capacity(), answer == null ? 0 : answer.length());
        received = ByteBuffer.wrap(Arrays.copyOf(received.array(), length)).position(received.position());
    }

    /** Hands the complete answer to its batch. */
    void takeAnswer(Batch batch) throws IOException {
        answer.giveTo(batch, id, received.array(), received.position());
        id = IDLE;
        if (answer.isLast()) {
            batch.connectionCloses();
            close();
        }
        if (received.capacity() > BUFFER_BYTES) {
            received = ByteBuffer.allocate(BUFFER_BYTES); // a thousand of a megabyte each would not fit the heap
        }
    }

    /** Closes it; a later request opens it again. */
    void close() {
        SocketChannel old = channel;
        channel = null;
        id = IDLE;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // It is closed all the same.
            }
        }
    }
}
