package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.NeedsJvm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A forked server never outlives its parent, even if that is killed and can't stop it. */
@Timeout(60)
@NeedsJvm
class OrphanTest {
    /** Starts a server, prints its process id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            ServerSettings settings = ServerSettings.onLoopback(0, 0);
            if (args[0].equals("while it starts")) {
                try (ServerProcess process =
                        ServerProcess.start(ServerJvm.named().command(settings))) {
                    System.out.println(process.pid());
                    Thread.sleep(Long.MAX_VALUE);
                }
            }
            try (ForkedServer server = ForkedServer.start(settings);
                    RawConnection connection = new RawConnection(server)) {
                Gate gate = server.closeGate();
                connection.send(RawConnection.request("GET", "/user/1"));
                gate.awaitHeld(1, Duration.ofSeconds(20));
                System.out.println(server.pid());
                gate.awaitHeld(2, Duration.ofDays(1));
            }
        }
    }

    static Stream<Arguments> deaths() {
        return Jdks.found().stream()
                .flatMap(jdk -> Stream.of("while it starts", "while the gate is closed")
                        .map(moment -> Arguments.of(moment, jdk)));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void aForkedServerEndsWithItsKilledParent(String moment, Jdk jdk) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Parent.class.getName(), moment));
        Process parent = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.destroyForcibly().waitFor();

            Await.until("the server has ended", () -> !child.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }
}
