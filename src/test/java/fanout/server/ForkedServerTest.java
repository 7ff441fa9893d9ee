package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.testing.Jdk;
import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can only happen to a process: it runs on another JVM, does not start, dies, or does not end. */
@Timeout(60)
@NeedsJvm
class ForkedServerTest {
    private static final ServerSettings SETTINGS = ServerSettings.onLoopback(0, 0);
    private static final Duration END = Duration.ofSeconds(1);

    @TempDir
    Path home;

    @AfterEach
    void forgetTheJvm() {
        System.clearProperty(ForkedServer.JVM);
        System.clearProperty(ForkedServer.CLASS_PATH);
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theForkedServerRunsOnTheJvmThatIsNamed(Jdk jdk) throws Exception {
        System.setProperty(ForkedServer.JVM, jdk.home().toString());
        try (ForkedServer server = ForkedServer.start(SETTINGS)) {
            assertThat(server.where()).startsWith("in a process of its own, on Java " + jdk.feature());
            assertThat(RawConnection.get(server, "/user/7").text()).isEqualTo("{\"id\":7}");
        }
        try (ForkedServer server = ForkedServer.start(ServerSettings.onLoopback("https", 0, 0));
                Http2Connection connection = new Http2Connection(server)) {
            assertThat(connection.get("/user/7").getBodyText()).isEqualTo("{\"id\":7}");
        }
    }

    @Test
    void theForkedServerRunsOnTheSameJvmIfNoneIsNamed() throws Exception {
        try (ForkedServer server = ForkedServer.start(SETTINGS)) {
            assertThat(server.where()).contains("on Java " + Runtime.version() + ", with ");
        }
    }

    /** The libraries of an arm come first in the class path of its forks; a server that all arms share has none. */
    @Test
    void theForkedServerHasTheClassPathThatIsNamed() throws Exception {
        assertThat(new ServerJvm(home).command(SETTINGS)).contains(System.getProperty("java.class.path"));
        System.setProperty(ForkedServer.CLASS_PATH, home.toString());
        assertThat(new ServerJvm(home).command(SETTINGS)).containsSubsequence("-cp", home.toString());
        assertThatThrownBy(() -> ForkedServer.start(SETTINGS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Could not find or load main class");
    }

    @Test
    void aFolderWithoutJavaIsRefused() {
        System.setProperty(ForkedServer.JVM, home.toString());
        assertThatThrownBy(() -> ForkedServer.start(SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fanout.serverJvm is " + home + ", must be a JAVA_HOME, a folder with bin/java");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo first; echo second >&2; exit 3 | the forked server died with exit code 3: first
            exit 0                              | the forked server died with exit code 0
            echo Error >&2; echo 'Exception: UnsupportedClassVersionError: x'; exit 1 | \
            the forked server died with exit code 1: its Java is too old, 17 is the oldest that will do
            echo 'fanout-server! no port'       | no port
            exec sleep 600                      | the forked server did not answer within 1 s
            """)
    void aServerThatDoesNotStartIsReportedInOneLine(String script, String reason) throws Exception {
        ServerJvm jvm = jvm(script);
        assertThatThrownBy(() -> ForkedServer.start(SETTINGS, jvm, Duration.ofSeconds(1), END))
                .isInstanceOf(IOException.class)
                .hasMessage("on the JVM in " + home + ": " + reason);
    }

    @Test
    void aFileThatIsNoProgramIsReportedInOneLine() throws Exception {
        ServerJvm jvm = jvm("");
        Files.writeString(jvm.java(), "#!/no/such/shell");
        assertThatThrownBy(() -> ForkedServer.start(SETTINGS, jvm, Duration.ofSeconds(1), END))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("on the JVM in " + home + ": Cannot run program ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aServerThatDoesNotEndByItselfIsKilled() throws Exception {
        ForkedServer server = ForkedServer.start(
                SETTINGS, jvm("echo 'fanout-server: 1 17'; exec sleep 600"), Duration.ofSeconds(10), END);
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        server.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void theDeathOfTheServerIsReportedByEveryLaterCommand() throws Exception {
        try (ForkedServer server = ForkedServer.start(SETTINGS)) {
            Gate gate = server.closeGate();
            assertThat(server.death()).isEmpty();
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            String message = "the forked server died with exit code 137";
            assertThat(server.death()).hasValue(message);
            assertThatThrownBy(server::counters)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message);
            assertThatThrownBy(gate::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message);
        }
    }

    /** A server that crashes prints a last line as well. */
    @Test
    void theLastLineOfADeadServerIsReported() throws Exception {
        String script = "echo 'fanout-server: 1 17'; read command; echo going; echo gone >&2; exit 9";
        try (ForkedServer server = ForkedServer.start(SETTINGS, jvm(script), Duration.ofSeconds(10), END)) {
            assertThatThrownBy(server::resetCounters)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the forked server died with exit code 9: gone");
        }
    }

    private ServerJvm jvm(String script) throws IOException {
        ServerJvm jvm = new ServerJvm(home);
        Files.createDirectories(jvm.java().getParent());
        Files.writeString(jvm.java(), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(jvm.java(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return jvm;
    }
}
