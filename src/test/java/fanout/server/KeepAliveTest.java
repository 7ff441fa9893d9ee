package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveTest {
    @Test
    void oneConnectionCarriesManyRequestsWhateverTheirAnswer() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                RawConnection connection = new RawConnection(server)) {
            for (int i = 0; i < 100; i++) {
                assertThat(connection.get("/user/" + i).text()).isEqualTo("{\"id\":" + i + "}");
                assertThat(connection.get("/user/x").status()).isEqualTo(400);
                assertThat(connection.get("/").status()).isEqualTo(404);
            }
            connection.send("POST /user/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(connection.read().status()).isEqualTo(405);
            assertThat(connection.get("/user/1").status()).isEqualTo(200);
            assertThat(server.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void theServerClosesTheConnectionWhenTheClientAsksForIt() throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0));
                RawConnection connection = new RawConnection(server)) {
            connection.send("GET /user/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 0, 0", "20, 3, 0", "20, 0, 1048576", "5, 3, 1048576"})
    void pipelinedRequestsAreAnsweredInOrder(int requests, int delayMillis, int payloadBytes) throws Exception {
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(delayMillis, payloadBytes));
                RawConnection connection = new RawConnection(server)) {
            connection.send(pipelined(requests));
            for (int i = 0; i < requests; i++) {
                RawResponse response = connection.read();
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text().split("[,}]")[0]).isEqualTo("{\"id\":" + i);
            }
            assertThat(server.counters()).isEqualTo(new ServerCounters(requests, 1, 0, 1));
        }
    }

    @Test
    void anAnswerDoesNotWaitForTheNextPipelinedRequest() throws Exception {
        CountDownLatch firstIsRead = new CountDownLatch(1);
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, 0), id -> {
                    awaitUnless(id == 0, firstIsRead);
                    return new ByteBuffer[] {ByteBuffer.wrap(new byte[] {(byte) ('a' + id)})};
                });
                RawConnection connection = new RawConnection(server)) {
            connection.send(pipelined(2));
            assertThat(connection.read().text()).isEqualTo("a");
            firstIsRead.countDown();
            assertThat(connection.read().text()).isEqualTo("b");
        } finally {
            firstIsRead.countDown();
        }
    }

    private static void awaitUnless(boolean unless, CountDownLatch latch) {
        try {
            if (!unless) {
                latch.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pipelined(int requests) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < requests; i++) {
            all.append(RawConnection.request("GET", "/user/" + i));
        }
        return all.toString();
    }
}
