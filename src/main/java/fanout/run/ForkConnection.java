package fanout.run;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The run's end of the connection to one fork; {@link TurnClient} is the fork's end. */
final class ForkConnection implements Closeable {
    private final Socket socket;
    private final BufferedReader in;

    ForkConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Waits until the fork asks for a turn. */
    TurnRequest request(Duration timeout) throws IOException {
        return TurnRequest.parse(hear(timeout));
    }

    void grant() throws IOException {
        TurnClient.say(socket, TurnClient.TURN);
    }

    /**
     * Waits until the fork gives its turn back.
     *
     * @return whether that was its last turn
     */
    boolean awaitEnd(Duration timeout) throws IOException {
        return hear(timeout).equals(TurnClient.LAST);
    }

    /** Lets the fork end, after its last turn. */
    void release() throws IOException {
        TurnClient.say(socket, TurnClient.EXIT);
    }

    String hear(Duration timeout) throws IOException {
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()));
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("ended in the middle of the run");
            }
            return line;
        } catch (SocketTimeoutException e) {
            throw new ForkTimeoutException("hung: nothing came from it for " + timeout.toSeconds() + " s");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
