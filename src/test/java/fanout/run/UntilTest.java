package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTest {
    @Test
    void itIsReadAsItIsWritten() {
        assertThat(Until.parse("decided")).isEqualTo(Until.DECIDED).hasToString("decided");
        assertThat(Until.parse("1%")).isEqualTo(new Until(0.01)).hasToString("1%");
        assertThat(Until.parse("0.25")).isEqualTo(new Until(0.0025)).hasToString("0.25%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0%", "-1%", "100%", "sure", "1e3", "NaN", "1%%"})
    void anythingElseIsRefusedInOneLine(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Until.parse(text))
                .withMessage(
                        "--until is " + text + ", must be decided, or the half width of every interval, such as 1%");
    }
}
