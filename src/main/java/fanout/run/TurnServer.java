package fanout.run;

import fanout.host.TurnClient;
import fanout.host.TurnOptions;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.Future;

/** Accepts the connections of the forks of a group, on loopback. Tested by {@code fanout.run.ForkGroupRunnerTest}. */
final class TurnServer implements Closeable {
    private static final int POLL_MILLIS = 100;
    private static final Duration HELLO_TIMEOUT = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final String token = Long.toHexString(new SecureRandom().nextLong());

    TurnServer() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(POLL_MILLIS);
    }

    /** @param properties system properties that the fork sets before its first iteration */
    TurnOptions turnOptions(int forkNumber, SortedMap<String, String> properties) {
        return new TurnOptions(server.getLocalPort(), token, forkNumber, 0, properties);
    }

    /**
     * Waits until the fork with this number connects.
     *
     * @param fork is done early if the fork ends without connecting
     * @throws IOException if the fork does not connect in time, or ends before
     */
    ForkConnection accept(int forkNumber, Future<?> fork, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline) {
            ForkConnection found = next(forkNumber);
            if (found != null) {
                return found;
            }
            if (fork.isDone()) {
                throw new IOException("ended before its first turn");
            }
        }
        throw new ForkTimeoutException("did not get to its first turn within " + timeout.toSeconds() + " s");
    }

    /** The next connection if it is that of the fork, else null. A connection from any other process is closed. */
    private ForkConnection next(int forkNumber) throws IOException {
        Socket socket;
        try {
            socket = server.accept();
        } catch (SocketTimeoutException e) {
            return null;
        }
        ForkConnection connection = new ForkConnection(socket);
        try {
            if (connection.hear(HELLO_TIMEOUT).equals(TurnClient.HELLO + " " + token + " " + forkNumber)) {
                return connection;
            }
        } catch (IOException e) {
            // It is not from the fork.
        }
        connection.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
