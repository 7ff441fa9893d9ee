package fanout.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TurnOptionsTest {
    @Test
    void turnOptionsAreReadAsTheyWereWritten() {
        Map<String, String> properties = Map.of("a.jvm", "/opt/a jdk/25", "an.empty", "", "b", "x=y&z:\u00e4");
        TurnOptions turnOptions = new TurnOptions(40_000, "c0ffee", 3, 17, new TreeMap<>(properties));

        assertThat(TurnOptions.parse(turnOptions.toString())).isEqualTo(turnOptions);
    }

    @Test
    void thereMayBeNoProperties() {
        TurnOptions turnOptions = new TurnOptions(1, "a", 0, 0, new TreeMap<>());

        assertThat(TurnOptions.parse(turnOptions.toString())).isEqualTo(turnOptions);
    }

    @Test
    void theHostIsTheProcessThatStartsTheFork() {
        TurnOptions turnOptions = new TurnOptions(1, "a", 0, 0, new TreeMap<>());

        assertThat(turnOptions.areHostedHere()).isFalse();
        assertThat(turnOptions.hostedHere().areHostedHere()).isTrue();
    }

    @Test
    void anyOtherTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TurnOptions.parse("40000 c0ffee"));
    }
}
