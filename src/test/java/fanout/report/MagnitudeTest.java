package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagnitudeTest {
    /** All numbers of a column have the suffix of the largest, so that they can be compared at a glance. */
    @ParameterizedTest
    @CsvSource({
        "12.345, 99999, 12.35",
        "12345, 578600, 12.35 k",
        "2100000000, 2100000000, 2.100 G",
        "578600000, 2100000000, 0.5786 G",
        "1500000, 578600000, 1.5 M",
        "NaN, 1000000, -",
        "5, NaN, 5",
        "5, Infinity, 5",
    })
    void numbersOfAColumnHaveOneSuffix(double score, double largest, String text) {
        assertThat(Magnitude.of(largest).score(score)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 2000000, 1 to 2 M", "NaN, 1, -"})
    void anIntervalHasItOnce(double low, double high, String text) {
        assertThat(Magnitude.of(2e6).range(low, high)).isEqualTo(text);
    }
}
