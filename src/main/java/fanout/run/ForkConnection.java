package fanout.run;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The run's end of the connection to one fork; {@link TurnClient} is the other. */
final class ForkConnection implements Closeable {
    private final Socket socket;
    private final BufferedReader in;

    ForkConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Waits until the fork asks for a turn. */
    TurnRequest request(Duration patience) throws IOException {
        return TurnRequest.parse(hear(patience));
    }

    void grant() throws IOException {
        TurnClient.say(socket, TurnClient.TURN);
    }

    /**
     * Waits until the fork gives its turn back.
     *
     * @return whether that was its last
     */
    boolean awaitEnd(Duration patience) throws IOException {
        return hear(patience).equals(TurnClient.LAST);
    }

    /** Lets a fork end that has had its last turn. */
    void release() throws IOException {
        TurnClient.say(socket, TurnClient.EXIT);
    }

    String hear(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("ended in the middle of the run");
            }
            return line;
        } catch (SocketTimeoutException e) {
            throw new ForkTimeoutException("hung: nothing came from it for " + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
