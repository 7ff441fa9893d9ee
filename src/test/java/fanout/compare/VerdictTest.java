package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule, on effects of ten rounds that are made for it: the 90 % interval is the estimate and 1.83 errors. */
class VerdictTest {
    private static final Criteria CRITERIA = Criteria.DEFAULT;
    private static final int ROUNDS = 10;

    /** @param percent and @param error of the logarithm, in percent; the threshold is at 2.96 */
    private static Effect effect(double percent, double error) {
        return new Effect(percent / 100, error / 100, ROUNDS - 1.0, ROUNDS);
    }

    @ParameterizedTest
    @CsvSource({
        "0,    1.0, unchanged",
        "1,    1.0, unchanged",
        "-1,   1.0, unchanged",
        "-2,   1.0, not slower",
        "-1,   2.0, not slower",
        "-2.9, 0.02, unchanged",
        "-2.9, 0.2, not slower",
        "-2.9, 2.0, not slower",
        "-3.1, 2.0, not slower",
        "-3.1, 0.2, faster",
        "-9,   2.0, faster",
        "-9,   6.0, not slower",
        "2,    1.0, not faster",
        "2.9,  0.2, not faster",
        "9,    6.0, not faster",
        "3.1,  0.2, slower",
        "0,    2.0, inconclusive",
        "-2,   3.0, inconclusive",
        "9,    9.0, inconclusive"
    })
    void theIntervalRulesOutWhatLiesBeyondIt(double percent, double error, String verdict) {
        Effect effect = effect(percent, error);

        assertThat(Verdict.of(effect, effect.p(), CRITERIA)).hasToString(verdict);
    }

    /** After Holm's adjustment a change may no longer be shown, but what the interval rules out stays so. */
    @Test
    void aChangeThatHolmTakesBackIsStillInItsDirection() {
        Effect effect = effect(-5, 2);

        assertThat(effect.p()).isLessThan(0.05);
        assertThat(Verdict.of(effect, 0.04, CRITERIA)).isEqualTo(Verdict.FASTER);
        assertThat(Verdict.of(effect, 0.06, CRITERIA)).isEqualTo(Verdict.NOT_SLOWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.2  | 1.0 | 0.5  |  3 | 0.2 % slower (90 % interval -1.6 % to +2.1 %): within the threshold of 3.0 % in both directions
            9    | 2   | 0.01 |  3 | 9.4 % slower (95 % interval +4.6 % to +14.5 %): at least the threshold of 3.0 %, and p = 0.010 after Holm
            0    | 2   | 1    | 16 | 0.0 % slower (95 % interval -4.4 % to +4.6 %): neither a change nor the absence of one of 3.0 % is shown; about 6 more rounds (16 in all) would settle it, unless the true change is near the threshold
            -1   | 2   | 0.6  | 13 | 1.0 % faster (90 % interval -4.6 % to +2.7 %): not slower by 3.0 % or more, but perhaps up to 4.6 % faster; about 3 more rounds (13 in all) would settle it, unless the true change is near the threshold
            2.4  | 0.7 | 0.06 |  8 | 2.4 % slower (90 % interval +1.1 % to +3.8 %): not faster by 3.0 % or more, but perhaps slower: p = 0.060 after Holm is not below 0.05; it lies near the threshold, so that only many more than 10 rounds would settle it
            -2.4 | 0.7 | 0.01 |  8 | 2.4 % faster (90 % interval -3.6 % to -1.1 %): not slower by 3.0 % or more, but faster (p = 0.010 after Holm), be it by less or by more than that; it lies near the threshold, so that only many more than 10 rounds would settle it
            -9   | 6   | 0.2  | 80 | 8.6 % faster (90 % interval -18.1 % to +2.0 %): not slower by 3.0 % or more, but perhaps up to 18.1 % faster; far too noisy to settle by more rounds, unless it is as large as it looks
            -5   | 1   | 0.06 |  9 | 4.9 % faster (90 % interval -6.6 % to -3.1 %): not slower by 3.0 % or more, but perhaps faster: p = 0.060 after Holm is not below 0.05; more than 10 rounds would settle it
            """)
    void aSentenceSaysWhatIsKnownAndWhatIsNot(
            double percent, double error, double pAdjusted, int roundsNeeded, String sentence) {
        Effect effect = effect(percent, error);
        Verdict verdict = Verdict.of(effect, pAdjusted, CRITERIA);

        assertThat(new Reason(CRITERIA, Quantity.TIME).of(verdict, effect, pAdjusted, ROUNDS, roundsNeeded))
                .isEqualTo(sentence);
    }
}
