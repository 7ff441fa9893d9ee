package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static MockServer server;

    @BeforeAll
    static void start() {
        server = MockServer.start(ServerSettings.onLoopback(0, 0));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/user/0, 0",
        "/user/7, 7",
        "/user/007, 7",
        "/user/000000000000000000000000000001, 1",
        "/user/9223372036854775807, 9223372036854775807",
        "/user/1?, 1",
        "/user/2?id=3&x=/y/z, 2",
        "http://localhost/user/8, 8",
        "http://localhost/user/9?q, 9",
    })
    void aUserIsAnswered(String target, long id) throws Exception {
        RawResponse response = RawConnection.get(server, target);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.text()).isEqualTo("{\"id\":" + id + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user/",
                "/user/?id=1",
                "/user/-1",
                "/user/+1",
                "/user/12x",
                "/user/x12",
                "/user/1.0",
                "/user/0x1",
                "/user/1;v=2",
                "/user/%31",
                "/user/%D9%A1",
                "/user/%FF",
                "http://localhost/user/%31",
                "http://localhost/user/1;v=2",
                "/user/9223372036854775808",
                "/user/18446744073709551617",
                "/user/99999999999999999999999999",
            })
    void anInvalidIdIsRefused(String target) throws Exception {
        assertIsError(RawConnection.get(server, target), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/user",
                "/user?id=1",
                "/users/1",
                "/User/1",
                "/user/1/",
                "/user/1/x",
                "/user//1",
                "//user/1"
            })
    void anyOtherPathIsNotFound(String target) throws Exception {
        assertIsError(RawConnection.get(server, target), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FETCH"})
    void onlyGetIsAllowed(String method) throws Exception {
        for (String target : new String[] {"/user/1", "/user/x"}) {
            RawResponse response = exchange(method, target);
            assertIsError(response, 405);
            assertThat(response.header("allow")).isEqualTo("GET");
        }
        assertIsError(exchange(method, "/user"), 404);
    }

    @Test
    void headIsRefusedWithoutABody() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send("HEAD /user/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(connection.readToEnd())
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void noUnnecessaryHeaderIsSent() throws Exception {
        assertThat(RawConnection.get(server, "/user/1").headers())
                .containsOnlyKeys("content-type", "content-length", "date");
    }

    private static RawResponse exchange(String method, String target) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(RawConnection.request(method, target));
            return connection.read();
        }
    }

    private static void assertIsError(RawResponse response, int status) throws IOException {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(new ObjectMapper().readTree(response.body()).get("error").asText())
                .isNotBlank();
    }
}
