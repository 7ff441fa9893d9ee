package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankSumTest {
    /** Against all ways to draw the ranks of one side. */
    @ParameterizedTest
    @CsvSource({"3,3", "3,5", "4,4", "5,7", "10,4", "6,10"})
    void isTheShareOfAllDrawsThatLieAsFarOut(int size, int others) {
        int all = size + others;
        for (int sum = size * (size + 1) / 2; sum <= size * (2 * all - size + 1) / 2; sum++) {
            assertThat(RankSum.p(sum, size, all))
                    .as("sum " + sum)
                    .isCloseTo(Math.min(1, 2 * share(sum, size, all)), within(1e-12));
        }
    }

    /** The share of all draws whose sum is at most this, or at least this, whichever is smaller. */
    private static double share(int sum, int size, int all) {
        int below = 0;
        int above = 0;
        int draws = 0;
        for (int draw = 0; draw < 1 << all; draw++) {
            if (Integer.bitCount(draw) == size) {
                int drawn = 0;
                for (int rank = 1; rank <= all; rank++) {
                    drawn += (draw >> rank - 1 & 1) * rank;
                }
                draws++;
                below += drawn <= sum ? 1 : 0;
                above += drawn >= sum ? 1 : 0;
            }
        }
        return (double) Math.min(below, above) / draws;
    }

    @Test
    void ofManyOnBothSidesItIsThatOfANormalVariable() {
        assertThat(RankSum.p(12 * 13 / 2.0, 12, 300)).isBetween(1e-9, 1e-7);
        assertThat(RankSum.p(12 * 301 / 2.0, 12, 300)).isEqualTo(1);
        assertThat(RankSum.p(12 * 301 / 2.0 + 600, 12, 300)).isCloseTo(0.04174, within(1e-5));
    }

    @Test
    void equalNumbersShareTheirRank() {
        assertThat(RankSum.ranks(new double[] {5, 1, 5, 2})).containsExactly(3.5, 1, 3.5, 2);
        assertThat(Arrays.stream(RankSum.ranks(new double[7])).distinct()).containsExactly(4.0);
    }
}
