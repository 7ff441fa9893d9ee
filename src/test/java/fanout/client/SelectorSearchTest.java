package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Slow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorSearchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 1
            2  | 1 2
            3  | 1 2
            8  | 1 2 4 8
            40 | 1 2 4 8 16 32
            """)
    void thePowersOfTwoAreTried(int threads, String candidates) {
        assertThat(SelectorSearch.candidates(threads))
                .extracting(String::valueOf)
                .containsExactly(candidates.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9.6, 9.6, 1", // not faster by 5 %
        "10, 9.4, 9.2, 2", // 4 are not faster than 2 by 5 %
        "10, 9.6, 9.2, 4", // but than 1
        "10, 5, 2.5, 4",
        "10, 12, 15, 1"
    })
    void moreSelectorsMustBeFasterByFivePercent(double one, double two, double four, int found) {
        assertThat(SelectorSearch.choose(List.of(1, 2, 4), List.of(new double[] {one, two, four}))
                        .selectors())
                .isEqualTo(found);
    }

    /** The machine slows down to a third from round to round, and one round is disturbed. */
    @Test
    void whatCountsIsTheRatioWithinARound() {
        List<double[]> rounds = List.of(
                new double[] {9e6, 8e6},
                new double[] {18e6, 16e6},
                new double[] {27e6, 24e6},
                new double[] {9e6, 90e6},
                new double[] {36e6, 32e6});

        assertThat(SelectorSearch.choose(List.of(1, 2), rounds))
                .isEqualTo(new SelectorSearch.SelectorCount(2, " of those tried: 1 18.00 ms, 2 24.00 ms a batch"));
    }

    @Slow
    @Test
    void theFastestIsFoundAmongBatchesAndTheSearchEndsSoon() throws Exception {
        List<Integer> used = new ArrayList<>(List.of(1));
        SelectorSearch search = new SelectorSearch(
                most -> TimeUnit.MILLISECONDS.sleep(used.get(used.size() - 1) == 2 ? 2 : 6), used::add);

        SelectorSearch.SelectorCount found = search.run(List.of(1, 2, 4));

        assertThat(found.selectors()).isEqualTo(2);
        assertThat(used).startsWith(1, 1, 2, 4, 4, 2, 1).hasSize(1 + 11 * 3);
    }

    @Test
    void oneProcessorNeedsNoSearch() throws Exception {
        SelectorSearch search = new SelectorSearch(
                most -> {
                    throw new IllegalStateException("sent");
                },
                use -> {
                    throw new IllegalStateException("used");
                });

        assertThat(search.run(List.of(1)))
                .isEqualTo(new SelectorSearch.SelectorCount(1, ": there is one processor, or one connection"));
    }

    @Slow
    @Test
    void batchesThatTakeLongAreNotTried() throws Exception {
        List<Integer> used = new ArrayList<>();
        SelectorSearch search = new SelectorSearch(most -> TimeUnit.MILLISECONDS.sleep(600), used::add);

        assertThat(search.run(List.of(1, 2)).reason()).startsWith(": others were not tried, since a batch takes ");
        assertThat(used).isEmpty();
    }
}
