package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server on several addresses. */
@Timeout(60)
class HostsServerTest {
    private static final Hosts HOSTS = new Hosts(3);

    /** The certificate is good for each of them. */
    @ParameterizedTest
    @CsvSource({"embedded, http", "embedded, https", "forked, http"})
    void eachHostAnswersItsOwnIdsAndNoOther(String kind, String scheme) throws Exception {
        ServerConditions conditions = new ServerConditions(kind, scheme, HOSTS, 0, DelaySpread.NONE, 0);
        try (RunningServer server = RunningServer.open(conditions)) {
            HttpClient.Builder builder = HttpClient.newBuilder();
            server.clientTls().ifPresent(builder::sslContext);
            HttpClient client = builder.build();

            assertThat(server.uris()).hasSize(3);
            assertThat(server.uris())
                    .extracting(URI::getPort)
                    .containsOnly(server.uri().getPort());
            for (int id = 0; id < 6; id++) {
                assertThat(get(client, server.uris().get(id % 3), id).body()).isEqualTo("{\"id\":" + id + "}");
                HttpResponse<String> misdirected = get(client, server.uris().get((id + 1) % 3), id);
                assertThat(misdirected.statusCode()).isEqualTo(421);
                assertThat(misdirected.body()).isEqualTo("{\"error\":\"the id is of another host\"}");
            }
            assertThat(server.mock().orElseThrow().counters().requests()).isEqualTo(6);
        }
    }

    @Test
    void sixteenStartAndEnd() {
        Hosts most = new Hosts(16);
        MockServer server = MockServer.start(ServerSettings.onLoopback("https", most, 0, DelaySpread.NONE, 0));
        assertThat(server.uris()).extracting(URI::getHost).isEqualTo(most.addresses());
        server.close();

        ServerSettings again =
                new ServerSettings("http", Hosts.FIRST_ADDRESS, most, server.port(), 1, 0, DelaySpread.NONE, 0);
        MockServer.start(again).close(); // the port is free on all of them
    }

    @Test
    void aPortThatIsTakenOnOneOfThemIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            ServerSettings there = new ServerSettings(
                    "http", Hosts.FIRST_ADDRESS, HOSTS, taken.getLocalPort(), 1, 0, DelaySpread.NONE, 0);

            assertThatThrownBy(() -> MockServer.start(there))
                    .hasMessageStartingWith("cannot listen on one port of 127.0.0.1 to 127.0.0.3: ");
            assertThatThrownBy(() -> FreePort.of(List.of("127.0.0.1", "192.0.2.1"), 0))
                    .as("no address of this machine")
                    .hasMessageContaining("127.0.0.1 to 192.0.2.1");
        }
    }

    @Test
    void severalHostsBeginWithTheFirst() {
        assertThatThrownBy(() -> new ServerSettings("http", "::1", HOSTS, 0, 1, 0, DelaySpread.NONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("several hosts must begin with 127.0.0.1, not ::1");
    }

    private static HttpResponse<String> get(HttpClient client, URI server, int id) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.resolve("/user/" + id)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
