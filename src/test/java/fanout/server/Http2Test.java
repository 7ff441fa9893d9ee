package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.record.BenchmarkParameter;
import fanout.testing.Conditions;
import fanout.testing.NeedsJvm;
import fanout.workload.UserBody;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our servers offer over HTTP/2 what they offer over HTTP/1.1, with and without TLS. A forked server with TLS is
 * another JVM with the server of the second row; {@link ForkedHttp2OverTlsTest} shows that.
 */
@Timeout(60)
@ParameterizedClass
@CsvSource({"embedded, http", "embedded, https", "forked, http"})
@NeedsJvm
class Http2Test {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int LONGER_THAN_THE_TEST = 600_000;
    private static final int MOST_IN_FLIGHT =
            BenchmarkParameter.CONCURRENCY.range().orElseThrow().max();

    @Parameter(0)
    private String kind;

    @Parameter(1)
    private String scheme;

    private final List<AutoCloseable> open = new ArrayList<>();
    private GatedServer server;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void usersAreAnsweredOverHttp2AndAllElseIsRefused() throws Exception {
        Http2Connection connection = start(0, 0);
        SimpleHttpResponse user = connection.get("/user/7");
        assertThat(user.getVersion()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(user.getBodyText()).isEqualTo("{\"id\":7}");
        assertThat(user.getContentType()).hasToString("application/json");
        assertThat(connection.get("/user/7?a=b").getBodyText()).isEqualTo("{\"id\":7}");
        assertThat(connection.get("/user/%37").getCode()).isEqualTo(400);
        assertThat(connection.get("/").getBodyText()).isEqualTo("{\"error\":\"no such path\"}");
        SimpleHttpResponse post = Http2Connection.answer(connection.send("POST", "/user/7"));
        assertThat(post.getCode()).isEqualTo(405);
        assertThat(post.getFirstHeader("allow").getValue()).isEqualTo("GET");
        assertThat(server.counters()).isEqualTo(new ServerCounters(2, 1, 0, 1));
    }

    @Test
    void answersOverHttp2AreAsLongAsThePayload() throws Exception {
        Http2Connection connection = start(0, UserBody.MAX_PAYLOAD_BYTES);
        List<Future<SimpleHttpResponse>> sent = send(connection, 20);
        UserBody body = new UserBody(UserBody.MAX_PAYLOAD_BYTES);
        for (int id = 0; id < sent.size(); id++) {
            assertThat(Http2Connection.answer(sent.get(id)).getBodyBytes()).isEqualTo(body.bytes(id));
        }
    }

    @Test
    void noAnswerOverHttp2ComesBeforeTheDelay() throws Exception {
        Http2Connection connection = start(50, 0);
        long start = System.nanoTime();
        for (Future<SimpleHttpResponse> each : send(connection, 100)) {
            assertThat(Http2Connection.answer(each).getCode()).isEqualTo(200);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isBetween(Duration.ofMillis(50), Duration.ofMillis(100 * 50));
        assertThat(server.counters().peakInFlight()).isEqualTo(100);
    }

    @Test
    void theGateHoldsAThousandStreamsOfOneConnection() throws Exception {
        Http2Connection connection = start(0, 0);
        for (int round = 1; round <= 2; round++) {
            Gate gate = server.closeGate();
            List<Future<SimpleHttpResponse>> sent = send(connection, MOST_IN_FLIGHT);
            assertThat(gate.awaitHeld(1000, LONG)).isTrue();
            assertThat(gate.awaitHeld(1001, Duration.ofMillis(100))).isFalse();
            assertThat(sent).noneMatch(Future::isDone);
            assertThat(server.counters()).isEqualTo(new ServerCounters(1000L * round, 1, 1000, 1000));
            gate.open();
            for (int id = 0; id < sent.size(); id++) {
                assertThat(Http2Connection.answer(sent.get(id)).getBodyText()).isEqualTo("{\"id\":" + id + "}");
            }
            assertThat(server.counters().inFlight()).isZero();
        }
    }

    @Test
    void eachHttp2ConnectionIsCountedOnce() throws Exception {
        Http2Connection first = start(0, 0);
        Http2Connection second = connect();
        for (int i = 0; i < 3; i++) {
            first.get("/user/1");
            second.get("/user/x");
        }
        assertThat(server.counters()).isEqualTo(new ServerCounters(3, 2, 0, 1));
    }

    /** A client that gives up a batch cancels as many streams at once. */
    @Test
    void cancelledStreamsLeaveInTimeAndCostTheConnectionNothing() throws Exception {
        Http2Connection connection = start(1000, 0);
        List<Future<SimpleHttpResponse>> sent = send(connection, 1000);
        Await.until("all have arrived", () -> server.counters().requests() == 1000);
        assertThat(sent)
                .filteredOn(each -> each.cancel(true))
                .hasSizeGreaterThan(UndertowOptions.DEFAULT_MAX_RST_FRAMES_PER_WINDOW);
        assertThat(connection.get("/user/x").getCode()).isEqualTo(400);
        Await.inFlight(server, 0);
        assertThat(connection.get("/user/7").getBodyText()).isEqualTo("{\"id\":7}");
        assertThat(server.counters().connections()).isEqualTo(1);
    }

    @Test
    void cancelledStreamsLeaveWhenTheGateOpens() throws Exception {
        Http2Connection connection = start(0, 0);
        Gate gate = server.closeGate();
        List<Future<SimpleHttpResponse>> sent = send(connection, 10);
        assertThat(gate.awaitHeld(10, LONG)).isTrue();
        sent.subList(0, 4).forEach(each -> each.cancel(true));
        gate.open();
        assertThat(Http2Connection.answer(sent.get(9)).getBodyText()).isEqualTo("{\"id\":9}");
        Await.inFlight(server, 0);
    }

    @Test
    void aDroppedHttp2ConnectionHarmsNoOther() throws Exception {
        Http2Connection dropped = start(0, 0);
        Http2Connection survivor = connect();
        Gate gate = server.closeGate();
        send(dropped, 100);
        Future<SimpleHttpResponse> surviving = survivor.send("/user/7");
        assertThat(gate.awaitHeld(101, LONG)).isTrue();
        dropped.close();
        gate.open();
        assertThat(Http2Connection.answer(surviving).getBodyText()).isEqualTo("{\"id\":7}");
        Await.inFlight(server, 0);
    }

    @Test
    void closingEndsTheServerWithStreamsDelayedAndHeld() throws Exception {
        Http2Connection connection = start(LONGER_THAN_THE_TEST, 0);
        Future<SimpleHttpResponse> delayed = connection.send("/user/1");
        Await.inFlight(server, 1);
        server.closeGate();
        connection.send("/user/2");
        Await.inFlight(server, 2);
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThatThrownBy(() -> Http2Connection.answer(delayed)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new RawConnection(server)).isInstanceOf(ConnectException.class);
    }

    /** Without TLS, the JDK's client asks for HTTP/2 by an upgrade. */
    @Test
    void theJdksClientIsServedOverHttp2() throws Exception {
        start(0, 0);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(LocalhostTls.client())
                .build();
        for (int i = 0; i < 3; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/user/" + i)).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).isEqualTo("{\"id\":" + i + "}");
        }
        assertThat(server.counters()).isEqualTo(new ServerCounters(3, 1, 0, 1));
    }

    private Http2Connection start(int delayMillis, int payloadBytes) throws IOException {
        RunningServer running = RunningServer.open(Conditions.of(kind, scheme, delayMillis, payloadBytes));
        open.add(running);
        server = running.mock().orElseThrow();
        assertThat(server.uri()).hasScheme(scheme);
        return connect();
    }

    private Http2Connection connect() {
        Http2Connection connection = new Http2Connection(server);
        open.add(0, connection);
        return connection;
    }

    private static List<Future<SimpleHttpResponse>> send(Http2Connection connection, int count) {
        return Stream.iterate(0, id -> id + 1)
                .limit(count)
                .map(id -> connection.send("/user/" + id))
                .toList();
    }
}
