package fanout.host;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * A fork's connection to the run. Both send lines of UTF-8. The fork begins with {@code HELLO token forkNumber}, and
 * waits for {@code TURN}. It then begins an iteration with {@code BEGIN ...} (see {@link IterationStart}) and ends it
 * with {@code DONE ...} (see {@link IterationEnd}), and waits for the next {@code TURN}. After the last iteration it
 * sends {@code LAST ...} instead, and waits for {@code EXIT}. If the connection breaks before, the run is over, and the
 * fork must end: nothing else would stop it.
 *
 * <p>Tested by {@code fanout.run.ForkGroupRunnerTest}.
 */
public final class TurnClient implements Closeable {
    public static final String HELLO = "HELLO";
    public static final String TURN = "TURN";
    public static final String EXIT = "EXIT";

    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final Semaphore heard = new Semaphore(0);

    private TurnClient(Socket socket) {
        this.socket = socket;
    }

    /** @param onLost is run if the connection breaks before {@code EXIT} was received */
    public static TurnClient connect(TurnOptions turnOptions, Runnable onLost) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), turnOptions.port()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        TurnClient client = new TurnClient(socket);
        client.say(HELLO + " " + turnOptions.token() + " " + turnOptions.forkNumber());
        Thread listener = new Thread(() -> client.listen(onLost), "fanout-turns");
        listener.setDaemon(true);
        listener.start();
        return client;
    }

    private void listen(Runnable onLost) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            do {
                line = in.readLine();
                if (line == null) {
                    throw new IOException("the run is gone");
                }
                heard.release();
            } while (!line.equals(EXIT));
        } catch (IOException e) {
            onLost.run();
        }
    }

    /** Waits without a time limit until the fork has the turn or, after its last one, until it may end. */
    public void awaitTurn() throws InterruptedException {
        heard.acquire();
    }

    /** Begins the iteration of this turn. */
    public void begin(IterationStart start) throws IOException {
        say(start.toString());
    }

    /** Ends this turn. */
    public void end(IterationEnd end) throws IOException {
        say(end.toString());
    }

    /** Ends this turn, in which the benchmark failed. */
    void fail() throws IOException {
        say(IterationEnd.FAILED);
    }

    private void say(String line) throws IOException {
        say(socket, line);
    }

    /** Sends one line; both ends use it. */
    public static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
