package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.testing.ScriptedServer;
import fanout.testing.Slow;
import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AnswerTimeoutTest {
    private static final int MILLIS = 1500;
    private static final int BAD_ID = 17;

    @Slow
    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1")
    void aBatchThatGetsNoAnswerEndsAndNamesTheRequest(Strategy strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                    if (id != BAD_ID) {
                        connection.user(id);
                    }
                });
                FanOutClient client = strategy.open(new ClientSettings(server.uri(), 8));
                AnswerTimeout timeout = new AnswerTimeout(client, MILLIS)) {
            Batch batch = new Batch(100);
            long start = System.nanoTime();

            timeout.fetch(batch);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(MILLIS), Duration.ofMillis(10 * MILLIS));
            assertThatThrownBy(batch::verify)
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessage("GET /user/17: no answer for 1500 ms"
                            + " (-Dfanout.answerTimeoutMillis sets how long to wait for one)");
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    /** What counts is the time without any answer, not the time of the batch. */
    @Test
    @Slow
    void aBatchWhoseAnswersComeMayTakeLonger() throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
                    sleep(MILLIS / 5);
                    connection.user(id);
                });
                FanOutClient client = Strategy.SEMAPHORE_ASYNC.open(new ClientSettings(server.uri(), 1));
                AnswerTimeout timeout = new AnswerTimeout(client, MILLIS)) {
            Batch batch = new Batch(12);
            timeout.fetch(batch);
            assertThat(batch.verify().answered()).isEqualTo(12);
        }
    }

    @Test
    void anInterruptOfSomebodyElseIsPassedOn() throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {});
                FanOutClient client = Strategy.SEMAPHORE_ASYNC.open(new ClientSettings(server.uri(), 1));
                AnswerTimeout timeout = new AnswerTimeout(client, 60_000)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> timeout.fetch(new Batch(1))).isInstanceOf(InterruptedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1e3", "86400001", "99999999999"})
    void aWrongTimeIsReportedInOneLine(String value) {
        assertThatThrownBy(() -> AnswerTimeout.of(List.of("-Dfanout.answerTimeoutMillis=" + value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dfanout.answerTimeoutMillis is " + value + ", must be 1 to 86400000");
    }

    @Test
    void theLastOptionCounts() {
        assertThat(AnswerTimeout.of(List.of())).isEqualTo(30_000);
        assertThat(AnswerTimeout.of(
                        List.of("-Dfanout.answerTimeoutMillis=5", "-Xmx1g", "-Dfanout.answerTimeoutMillis=7")))
                .isEqualTo(7);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
