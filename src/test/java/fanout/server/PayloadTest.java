package fanout.server;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.workload.UserBody;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {
    @ParameterizedTest
    @CsvSource({
        "0,       8",
        "1,       8",
        "8,       8",
        "9,       20",
        "20,      20",
        "21,      21",
        "1000,    1000",
        "16384,   16384",
        "1048576, 1048576",
    })
    void anAnswerHasExactlyAsManyBytesAsThePayload(int payloadBytes, int length) throws Exception {
        UserBody body = new UserBody(payloadBytes);
        try (MockServer server = MockServer.start(ServerSettings.onLoopback(0, payloadBytes));
                RawConnection connection = new RawConnection(server)) {
            RawResponse response = connection.get("/user/7");
            assertThat(response.header("content-length")).isEqualTo(String.valueOf(length));
            assertThat(response.body()).isEqualTo(body.bytes(7));
            for (long id : new long[] {0, 10, Long.MAX_VALUE, 7}) {
                assertThat(connection.get("/user/" + id).body()).isEqualTo(body.bytes(id));
            }
        }
    }

    @Test
    void answersShareTheFillerButNotItsPosition() {
        BodyBuffers bodies = new BodyBuffers(new UserBody(1000));
        ByteBuffer[] halfSent = bodies.of(1);
        halfSent[1].position(500);
        assertThat(bodies.of(2345)[1].position()).isZero();
        assertThat(halfSent[1].position()).isEqualTo(500);
    }
}
