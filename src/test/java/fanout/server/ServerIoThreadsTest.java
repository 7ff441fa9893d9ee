package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.selection.ParameterCheck;
import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many I/O threads a server of a benchmark has, wherever it runs. */
@Timeout(60)
class ServerIoThreadsTest {
    @AfterEach
    void forget() {
        System.clearProperty(ServerIoThreads.PROPERTY);
    }

    @NeedsJvm
    @ParameterizedTest
    @ValueSource(strings = {"embedded", "forked"})
    void aServerHasAsManyAsThePropertySays(String where) throws Exception {
        System.setProperty(ServerIoThreads.PROPERTY, "3");

        try (RunningServer server = RunningServer.open(Conditions.of(where, "http", 0, 0))) {
            assertThat(server.mock().orElseThrow().where()).endsWith(", with 3 I/O threads");
        }
    }

    @Test
    void thatManyThreadsAreReallyThere() {
        System.setProperty(ServerIoThreads.PROPERTY, "5");
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0))) {
            assertThat(server.uri()).isNotNull();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains(server.workerName() + " I/O-5")
                    .doesNotContain(server.workerName() + " I/O-6");
        }
    }

    @Test
    void withoutThePropertyItIsTheDefault() {
        assertThat(ServerIoThreads.ofThisJvm()).isEqualTo(ServerSettings.defaultIoThreads());
        assertThat(ServerIoThreads.of(List.of("-ea"))).isEqualTo(ServerSettings.defaultIoThreads());
    }

    @Test
    void ofTheOptionsOfAJvmTheLastOneCounts() {
        assertThat(ServerIoThreads.of(List.of("-Dfanout.serverIoThreads=1", "-ea", "-Dfanout.serverIoThreads=1024")))
                .isEqualTo(1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1025", "-1", "two", "", "1.5", "99999999999"})
    void anythingElseIsRefusedInOneLineBeforeAnythingIsMeasured(String value) {
        String message = "-Dfanout.serverIoThreads is " + value + ", must be a whole number from 1 to 1024";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerIoThreads.of(List.of("-Dfanout.serverIoThreads=" + value)))
                .withMessage(message);

        System.setProperty(ServerIoThreads.PROPERTY, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCheck.check(Map.of()))
                .withMessage(message);
    }
}
