package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A forked server speaks HTTP/2 over TLS, and its delay, payload, gate and counters work over it. */
@Timeout(60)
@NeedsJvm
class ForkedHttp2OverTlsTest {
    @Test
    void allThatAForkedServerOffersIsThereOverHttp2AndTls() throws Exception {
        try (RunningServer running = RunningServer.open(Conditions.of("forked", "https", 50, 20))) {
            GatedServer server = running.mock().orElseThrow();
            try (Http2Connection connection = new Http2Connection(server)) {
                Gate gate = server.closeGate();
                long start = System.nanoTime();
                Future<SimpleHttpResponse> sent = connection.send("/user/7");
                assertThat(gate.awaitHeld(1, Duration.ofSeconds(20))).isTrue();
                assertThat(sent).isNotDone();
                gate.open();

                SimpleHttpResponse user = Http2Connection.answer(sent);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
                assertThat(user.getVersion()).isEqualTo(HttpVersion.HTTP_2);
                assertThat(user.getBodyBytes()).hasSize(20);
                assertThat(connection.get("/user/x").getCode()).isEqualTo(400);
                assertThat(server.uri()).hasScheme("https");
                assertThat(server.counters()).isEqualTo(new ServerCounters(1, 1, 0, 1));
            }
        }
    }
}
