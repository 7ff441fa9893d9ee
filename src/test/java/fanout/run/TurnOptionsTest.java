package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/opt/a jdk/25"})
    void turnOptionsAreReadAsTheyWereWritten(String serverJvm) {
        TurnOptions turnOptions = new TurnOptions(40_000, "c0ffee", 3, 100, serverJvm);

        assertThat(TurnOptions.parse(turnOptions.toString())).isEqualTo(turnOptions);
    }

    @Test
    void anyOtherTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TurnOptions.parse("40000 c0ffee"));
    }

    @Test
    void aRequestIsReadAsItWasWritten() throws IOException {
        TurnRequest request = new TurnRequest(true, 1000, 60_000);

        assertThat(TurnRequest.parse(request.toString())).isEqualTo(request);
        Assertions.assertThatIOException().isThrownBy(() -> TurnRequest.parse("DONE"));
    }
}
