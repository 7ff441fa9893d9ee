package fanout.run;

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
 * A fork's connection to the {@link TurnServer}. Both send lines of ASCII. The fork begins with
 * {@code HELLO token forkNumber}. For each iteration it sends {@code READY ...} (see {@link TurnRequest}), waits for
 * {@code TURN}, and sends {@code DONE} at the end. After the last iteration it sends {@code LAST} instead, and waits
 * for {@code EXIT}. If the connection breaks before, the run is over, and the fork must end: nothing else would stop
 * it.
 */
final class TurnClient implements Closeable {
    static final String HELLO = "HELLO";
    static final String TURN = "TURN";
    static final String DONE = "DONE";
    static final String LAST = "LAST";
    static final String EXIT = "EXIT";

    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final Semaphore heard = new Semaphore(0);

    private TurnClient(Socket socket) {
        this.socket = socket;
    }

    /** @param onLost is run if the connection breaks before {@code EXIT} was received */
    static TurnClient connect(TurnOptions turnOptions, Runnable onLost) throws IOException {
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
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
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

    /** Asks for the fork's turn, and waits for it without a time limit. */
    void awaitTurn(TurnRequest request) throws IOException, InterruptedException {
        say(request.toString());
        heard.acquire();
    }

    /** Ends the turn. After the last turn it waits until the fork may end. */
    void giveBack(boolean last) throws IOException, InterruptedException {
        say(last ? LAST : DONE);
        if (last) {
            heard.acquire();
        }
    }

    private void say(String line) throws IOException {
        say(socket, line);
    }

    /** Sends one line; both ends use it. */
    static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
