package fanout.run;

import fanout.host.IterationEnd;
import fanout.host.IterationStart;
import fanout.host.TurnClient;
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
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits until the fork, whose turn it is, begins its iteration. */
    IterationStart awaitStart(Duration timeout) throws IOException {
        return IterationStart.parse(hear(timeout));
    }

    void grant() throws IOException {
        TurnClient.say(socket, TurnClient.TURN);
    }

    /** Waits until the fork has ended its iteration, and gives its turn back. */
    IterationEnd awaitEnd(Duration timeout) throws IOException {
        return IterationEnd.parse(hear(timeout));
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
