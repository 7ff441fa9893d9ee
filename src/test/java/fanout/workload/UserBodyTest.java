package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserBodyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | 7                   | {\"id\":7}",
                "8  | 7                   | {\"id\":7}",
                "9  | 7                   | {\"id\":7,\"filler\":\"\"}",
                "20 | 7                   | {\"id\":7,\"filler\":\"\"}",
                "21 | 7                   | {\"id\":7,\"filler\":\"x\"}",
                "24 | 10                  | {\"id\":10,\"filler\":\"xxx\"}",
                "0  | 9223372036854775807 | {\"id\":9223372036854775807}",
            })
    void aBodyIsJsonWithTheIdAndAFiller(int payloadBytes, long id, String expected) {
        assertThat(text(payloadBytes, id)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 12_345, Long.MAX_VALUE})
    void aBodyIsExactlyAsLongAsAskedForIfThatIsPossible(long id) throws Exception {
        int plain = text(0, id).length();
        int withEmptyFiller = plain + ",\"filler\":\"\"".length();
        for (int payloadBytes = 0; payloadBytes < 100; payloadBytes++) {
            UserBody body = new UserBody(payloadBytes);
            int expected = payloadBytes <= plain ? plain : Math.max(payloadBytes, withEmptyFiller);
            assertThat(body.bytes(id)).hasSize(expected);
            assertThat(body.length(id)).isEqualTo(expected);
            JsonNode parsed = new ObjectMapper().readTree(body.bytes(id));
            assertThat(parsed.get("id").longValue()).isEqualTo(id);
            assertThat(parsed.has("filler")).isEqualTo(body.hasFiller(id));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 100})
    void thePartsOfABodyMakeTheWhole(int payloadBytes) {
        UserBody body = new UserBody(payloadBytes);
        String filler = Character.toString(UserBody.FILLER_BYTE).repeat(body.fillerLength(42));
        String parts = latin1(body.head(42)) + filler + latin1(body.tail(42));
        assertThat(parts).isEqualTo(text(payloadBytes, 42));
    }

    @Test
    void aPayloadOrIdOutOfItsRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserBody(-1))
                .withMessage("payloadBytes must be from 0 to 1048576, not -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new UserBody(UserBody.MAX_PAYLOAD_BYTES + 1));
        assertThat(new UserBody(UserBody.MAX_PAYLOAD_BYTES).length(1)).isEqualTo(UserBody.MAX_PAYLOAD_BYTES);
        assertThatIllegalArgumentException().isThrownBy(() -> new UserBody(0).bytes(-1));
    }

    @Test
    void onlyTheExactFillerIsRecognised() {
        UserBody body = new UserBody(24);
        assertThat(body.isFiller(10, "xxx")).isTrue();
        assertThat(body.isFiller(7, "xxxx")).isTrue();
        for (String other : new String[] {null, "", "xx", "xxxx", "xxy", "yxx", "XXX", "\u0178xx"}) {
            assertThat(body.isFiller(10, other)).as(other).isFalse();
        }
    }

    private static String text(int payloadBytes, long id) {
        return latin1(new UserBody(payloadBytes).bytes(id));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
