package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.compare.Judgement.SideScore;
import fanout.results.Metric;
import fanout.results.ScoreUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreGapTest {
    private static final double ALPHA = 0.05;

    /** A change of this size with a half width of about 5 %. */
    private static Effect effect(double change) {
        return new Effect(Math.log1p(change), 0.02, 5, 6);
    }

    private static Optional<String> warning(String unit, double from, double to, double change) {
        Metric metric = new Metric("", new ScoreUnit(unit), Double.NaN, List.of());
        return ScoreGap.warning(
                effect(change), metric, new SideScore("17", from, 6), new SideScore("25", to, 6), ALPHA);
    }

    @Test
    void scoresThatAgreeWithTheChangeNeedNoWord() {
        assertThat(warning("ms/op", 10, 10.5, 0.06)).isEmpty();
    }

    @Test
    void aChangeOfTheOtherSignIsNamed() {
        assertThat(warning("ms/op", 74.74, 72.35, 0.18))
                .get()
                .asString()
                .startsWith("the scores alone say -3.2 %, the change by turns is +18.0 %");
    }

    /** Both are about nothing. */
    @Test
    void smallChangesOfOppositeSignsNeedNoWord() {
        assertThat(warning("ms/op", 10, 10.04, -0.004)).isEmpty();
    }

    @Test
    void aChangeThatIsFarFromTheScoresIsNamed() {
        assertThat(warning("ms/op", 10, 10.2, 0.12)).isPresent();
    }

    /** Fewer ops in a second are slower. */
    @Test
    void ofARateTheScoresAreTurnedRound() {
        assertThat(warning("ops/s", 10, 9, 0.11)).isEmpty();
        assertThat(warning("ops/s", 10, 11, 0.11)).isPresent();
    }

    @Test
    void withoutAChangeThereIsNothingToHoldScoresAgainst() {
        Metric metric = new Metric("", new ScoreUnit("ms/op"), Double.NaN, List.of());

        assertThat(ScoreGap.warning(null, metric, new SideScore("a", 1, 1), new SideScore("b", 2, 1), ALPHA))
                .isEmpty();
        assertThat(warning("ms/op", Double.NaN, 1, 0.5)).isEmpty();
    }
}
