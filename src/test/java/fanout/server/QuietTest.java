package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.NeedsJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsJvm
class QuietTest {
    /** A server that does all that libraries log: it starts, refuses a request, fails, frees buffers and stops. */
    static final class Life {
        private static final int MORE_THAN_A_THREAD_CACHES = 50;

        public static void main(String[] args) throws Exception {
            try (MockServer server = MockServer.start(ServerSettings.onLoopback(1, 0), id -> {
                        throw new IllegalStateException("loud");
                    });
                    RawConnection failing = new RawConnection(server);
                    RawConnection garbage = new RawConnection(server)) {
                garbage.send("\0\1\2\r\n\r\n");
                assertThat(garbage.read().status()).isEqualTo(400);
                assertThat(failing.get("/user/1").status()).isEqualTo(500);
                giveBuffersBack(server);
                Thread.sleep(200); // Undertow frees what was given back 100 ms ago, and then only if there is more
                giveBuffersBack(server);
            }
        }

        private static void giveBuffersBack(MockServer server) throws Exception {
            Gate gate = server.closeGate();
            List<RawConnection> connections = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_A_THREAD_CACHES; i++) {
                connections.add(new RawConnection(server));
                connections.get(i).send(KeepAliveTest.pipelined(2)); // the second stays in a buffer
            }
            assertThat(gate.awaitHeld(MORE_THAN_A_THREAD_CACHES, Duration.ofSeconds(20)))
                    .isTrue();
            gate.open();
            for (RawConnection connection : connections) {
                connection.read();
                connection.read();
                connection.close();
            }
        }
    }

    @Test
    void aServerPrintsNothingInItsWholeLife(@TempDir Path dir) throws Exception {
        Path output = dir.resolve("output");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Life.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM would print that it picked them up
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(output)).isEmpty();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
