package fanout.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IterationEndTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5e-300, 12.25, Double.NaN, Double.POSITIVE_INFINITY})
    void anEndIsReadAsItWasWritten(double score) throws IOException {
        for (boolean last : new boolean[] {true, false}) {
            IterationEnd end =
                    new IterationEnd(last, score, "requests per \u00b5s", new JvmWork(1, JvmWork.UNKNOWN, 3, 0));

            assertThat(IterationEnd.parse(end.toString())).isEqualTo(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE x 1,2,3,4 ms/op", "DONE 1.5 1,2,3 ms/op", "LAST 1.5 1,2,3,x ms/op"})
    void aLineWithoutItsNumbersIsRefusedInOneLine(String line) {
        assertThatIOException()
                .isThrownBy(() -> IterationEnd.parse(line))
                .withMessage("a fork said '" + line + "', which has no number where one belongs");
    }

    @Test
    void aBenchmarkThatFailedIsNoEnd() {
        assertThatIOException()
                .isThrownBy(() -> IterationEnd.parse(IterationEnd.FAILED))
                .withMessage("failed");
        assertThatIOException()
                .isThrownBy(() -> IterationEnd.parse("BEGIN true 1 1"))
                .withMessage("a fork said 'BEGIN true 1 1' instead of DONE or LAST");
    }
}
