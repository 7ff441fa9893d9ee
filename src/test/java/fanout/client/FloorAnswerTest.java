package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor understands just enough of HTTP/1.1. */
class FloorAnswerTest {
    private static final String LENGTH =
            "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Type: application/json\r\nContent-Length: "
                    + "8\r\n\r\n{\"id\":0}";
    private static final String CHUNKS =
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;x=y\r\n{\"id\"\r\n3\r\n:0}\r\n0\r\nTrailer: "
                    + "x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, CHUNKS})
    void anAnswerIsCompleteWithItsLastByteAndNotBefore(String text) throws IOException {
        byte[] bytes = bytes(text);
        for (int count = 0; count < bytes.length; count++) {
            // The floor must not look behind the bytes that have arrived.
            byte[] received = Arrays.copyOf(bytes, bytes.length);
            Arrays.fill(received, count, received.length, (byte) '\n');
            FloorAnswer answer = FloorAnswer.parse(received, count);
            assertThat(answer != null && answer.isComplete(received, count, false))
                    .as("after %d bytes", count)
                    .isFalse();
        }
        FloorAnswer whole = FloorAnswer.parse(bytes, bytes.length);
        assertThat(whole.isComplete(bytes, bytes.length, false)).isTrue();
        assertThat(whole.isLast()).isFalse();
        assertThat(taken(bytes).verify().user(0).id()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Content-Length: 2, false",
        "HTTP/1.1 200 OK|Content-Length: 2|Connection: Close, true",
        "HTTP/1.0 200 OK|Content-Length: 2, true",
        "HTTP/1.0 200 OK|Content-Length: 2|connection: Keep-Alive, false",
        "HTTP/1.1 200 OK|Content-Type: x, true",
        "HTTP/1.1 204 No Content, false"
    })
    void anAnswerShowsWhetherTheServerWillClose(String head, boolean isLast) throws IOException {
        byte[] bytes = bytes(head.replace("|", "\r\n") + "\r\n\r\n");
        assertThat(FloorAnswer.parse(bytes, bytes.length).isLast()).isEqualTo(isLast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}",
                "{\"id\":00}",
                "{\"id\":0 ",
                "[\"id\":0}",
                "{\"id\":0}x",
                "",
                "{\"id\":0,\"filler\":\"\"",
            })
    void aWrongBodyFailsTheBatch(String body) throws IOException {
        byte[] bytes = bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        assertThatThrownBy(() -> taken(bytes).verify()).hasMessageStartingWith("GET /user/0: ");
    }

    @Test
    void aStatusOtherThan200FailsTheBatchThoughTheBodyIsRight() throws IOException {
        byte[] bytes = bytes(LENGTH.replace("200 OK", "203 Non-Authoritative"));
        assertThatThrownBy(() -> taken(bytes).verify()).hasMessage("GET /user/0: status 203, not 200");
    }

    @Test
    void oneWrongByteOfAPayloadIsSeen() throws IOException {
        UserBody expected = new UserBody(1000);
        byte[] head = bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 0; i < 1000; i++) {
            byte[] body = expected.bytes(0);
            body[i]++;
            byte[] bytes = Arrays.copyOf(head, head.length + 1000);
            System.arraycopy(body, 0, bytes, head.length, 1000);
            Batch batch = new Batch(1, 1000);
            FloorAnswer.parse(bytes, bytes.length).giveTo(batch, 0, bytes, bytes.length);
            assertThat(batch.hasFailed()).as("byte %d", i).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"
            })
    void anAnswerThatIsNotHttp1IsRefused(String text) {
        byte[] bytes = bytes(text);
        assertThatThrownBy(() -> FloorAnswer.parse(bytes, bytes.length)).isInstanceOf(IOException.class);
    }

    private static Batch taken(byte[] bytes) throws IOException {
        Batch batch = new Batch(1);
        FloorAnswer.parse(bytes, bytes.length).giveTo(batch, 0, bytes, bytes.length);
        return batch;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
