package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.031, +3.1 %",
        "-0.5, -50.0 %",
        "-0.51, 2.04×",
        "0.51, 1.51×",
        "11, 12×",
        "-0.79, 4.76×",
        "NaN, -",
        "Infinity, -",
    })
    void aLargeChangeIsAFactor(double change, String text) {
        assertThat(Numbers.effect(change)).isEqualTo(text);
        assertThat(Numbers.size(change))
                .as("where words say the direction")
                .isEqualTo(text.replaceAll("^[+-](?=.)", ""));
    }
}
