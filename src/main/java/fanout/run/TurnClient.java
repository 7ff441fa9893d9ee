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
 * A fork's connection to the {@link TurnServer}. Lines of ASCII: the fork says {@code HELLO token seat}, then for each
 * iteration {@code READY ...}, hears {@code TURN}, and says {@code DONE}, or at last {@code LAST}, and hears {@code
 * EXIT}. If the other side is gone the run is over, and so is the fork: nobody would stop it otherwise.
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

    /** @param onLost what to do when the other side is gone before it said goodbye */
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

    /** Waits, as long as it takes, for the fork's turn. */
    void awaitTurn(TurnRequest request) throws IOException, InterruptedException {
        say(request.toString());
        heard.acquire();
    }

    /** Ends the turn; after the last one it returns when the fork may end, too. */
    void giveBack(boolean last) throws IOException, InterruptedException {
        say(last ? LAST : DONE);
        if (last) {
            heard.acquire();
        }
    }

    private void say(String line) throws IOException {
        say(socket, line);
    }

    /** Sends one line, from either end. */
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
