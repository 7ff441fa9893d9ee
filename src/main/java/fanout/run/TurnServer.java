package fanout.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Future;

/** Where the forks of a group of forks come in, on loopback. Tested by {@code fanout.run.HeatRunTest}. */
final class TurnServer implements Closeable {
    private static final int POLL_MILLIS = 100;
    private static final Duration GREETING = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final String token = Long.toHexString(new SecureRandom().nextLong());

    TurnServer() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(POLL_MILLIS);
    }

    TurnOptions turnOptions(int seat, TurnPauses pauses, String serverJvm) {
        return new TurnOptions(server.getLocalPort(), token, seat, pauses.settleMillis(), serverJvm);
    }

    /**
     * Waits for the fork with this number.
     *
     * @param fork ends early if there will be none
     * @throws IOException if it does not come in time, or ends before it has come
     */
    ForkConnection accept(int seat, Future<?> fork, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            ForkConnection found = next(seat);
            if (found != null) {
                return found;
            }
            if (fork.isDone()) {
                throw new IOException("ended before its first iteration");
            }
        }
        throw new ForkTimeoutException("did not get to its first iteration within " + patience.toSeconds() + " s");
    }

    /** A connection of anybody else's is closed, and doesn't count. */
    private ForkConnection next(int number) throws IOException {
        Socket socket;
        try {
            socket = server.accept();
        } catch (SocketTimeoutException e) {
            return null;
        }
        ForkConnection seat = new ForkConnection(socket);
        try {
            if (seat.hear(GREETING).equals(TurnClient.HELLO + " " + token + " " + number)) {
                return seat;
            }
        } catch (IOException e) {
            // Somebody else.
        }
        seat.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
