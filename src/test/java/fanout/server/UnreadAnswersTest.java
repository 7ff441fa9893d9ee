package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends requests over one connection, and reads no answer, does not fill the memory of the server. */
@Timeout(120)
@NeedsJvm
class UnreadAnswersTest {
    private static final int REQUESTS = 400_000;
    private static final int AT_ONCE = 500;
    private static final long STUCK_MILLIS = 3_000;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] REQUEST =
            RawConnection.request("GET", "/user/1").getBytes(StandardCharsets.US_ASCII);

    /** A server with little memory, which ends if that is full. It prints its port. */
    static final class Served {
        public static void main(String[] args) throws Exception {
            ServerSettings settings = ServerSettings.onLoopback(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            try (MockServer server = MockServer.start(settings)) {
                System.out.println(server.port());
                System.in.read(); // until the test has ended
            }
        }
    }

    /** Ways to send. */
    enum Way {
        PIPELINED(new byte[0], index -> REQUEST),
        STREAMS(Http2Frames.begin(), index -> Http2Frames.request(2 * index + 1)),
        STREAMS_WITHOUT_A_WINDOW(
                Http2Frames.begin(Http2Frames.noWindow()), index -> Http2Frames.request(2 * index + 1));

        private final byte[] beginning;
        private final IntFunction<byte[]> request;

        Way(byte[] beginning, IntFunction<byte[]> request) {
            this.beginning = beginning;
            this.request = request;
        }

        void send(OutputStream out, AtomicLong sent) throws IOException {
            out.write(beginning);
            for (int index = 0; index < REQUESTS; index += AT_ONCE) {
                byte[][] chunk = new byte[AT_ONCE][];
                for (int i = 0; i < AT_ONCE; i++) {
                    chunk[i] = request.apply(index + i);
                }
                out.write(Http2Frames.joined(chunk));
                sent.addAndGet(AT_ONCE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PIPELINED, 0, 100000",
        "STREAMS, 0, 0",
        "STREAMS, 5000, 0",
        "STREAMS_WITHOUT_A_WINDOW, 0, 100000",
    })
    void theServerKeepsItsMemory(Way way, int delayMillis, int payloadBytes) throws Exception {
        Process process = start(delayMillis, payloadBytes);
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Socket socket = new Socket("127.0.0.1", Integer.parseInt(lines.readLine()));
                Socket other = new Socket("127.0.0.1", socket.getPort())) {
            AtomicLong sent = new AtomicLong();
            Thread sender = new Thread(() -> send(way, socket, sent));
            sender.start();
            for (long before = -1; sender.isAlive() && sent.get() != before; sender.join(STUCK_MILLIS)) {
                before = sent.get();
            }

            // It is read no further, or no longer.
            assertThat(sent.get()).isLessThan(REQUESTS);
            other.setSoTimeout(PATIENCE_MILLIS);
            other.getOutputStream().write(REQUEST);
            assertThat(other.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(Way way, Socket socket, AtomicLong sent) {
        try {
            way.send(socket.getOutputStream(), sent);
        } catch (IOException ended) {
            assertThat(ended).isInstanceOf(SocketException.class);
        }
    }

    private static Process start(int delayMillis, int payloadBytes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Served.class.getName()));
        command.addAll(List.of(String.valueOf(delayMillis), String.valueOf(payloadBytes)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
