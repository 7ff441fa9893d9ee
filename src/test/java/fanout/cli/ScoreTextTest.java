package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTextTest {
    @ParameterizedTest
    @CsvSource({
        "25.6634, 25.66",
        "7, 7",
        "0.000123456, 0.0001235",
        "9999.4, 9999",
        "12345, 12.35k",
        "999960, 1M",
        "893573822.44, 893.6M",
        "1.5e9, 1.5G",
        "0, 0",
        "NaN, -"
    })
    void aScoreHasFourDigits(double score, String text) {
        assertThat(ScoreText.of(score)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -0.031 | -0.05  | -0.012     | -3.1 % (-5.0 to -1.2)
            -0.375 | -0.999 | 1          | -37.5 % (-99.9 to +100.0)
            3.8    | -0.1   | 24         | x4.8 (x0.90 to x25)
            -0.375 | -1     | 1600760.17 | x0.63 (under x0.001 to over x1000)
            """)
    void aChangeBeyondItsDoubleIsInTimes(double change, double low, double high, String text) {
        assertThat(ScoreText.change(change, low, high)).isEqualTo(text);
    }
}
