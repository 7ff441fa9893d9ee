package fanout.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    @Test
    void theIdIsReadAndAllElseIsIgnored() throws IOException {
        assertThat(parse(" {\"a\":[{}],\"id\":42,\"filler\":\"xx\"} ")).isEqualTo(new User(42, "xx"));
        assertThat(parse("{\"id\":9223372036854775807}").id()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[7]",
                "{}",
                "{\"Id\":7}",
                "{\"id\":null}",
                "{\"id\":\"7\"}",
                "{\"id\":7.0}",
                "{\"id\":true}",
                "{\"id\":\"\"}",
                "{\"id\":7",
                "{\"id\":7}{\"id\":7}",
                "{\"id\":9223372036854775808}"
            })
    void anythingButAnObjectWithAWholeNumberAsItsIdIsRefused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(IOException.class);
    }

    private static User parse(String json) throws IOException {
        return User.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
