package fanout.compare;

import fanout.compare.Judgement.SideScore;
import fanout.results.Metric;
import java.util.Locale;
import java.util.Optional;

/**
 * The distance between a change and what the two scores beside it say. A change that is paired by turns compares
 * iterations of the same moment, a score is the middle of whole forks; on a machine whose speed moves the two differ.
 *
 * <p>Tested by {@code fanout.compare.ScoreGapTest}.
 */
final class ScoreGap {
    /** Smaller changes of opposite signs are both about 0. */
    private static final double ABOUT_ZERO = 0.01;

    private ScoreGap() {}

    /** A warning where they differ in sign, or by more than half of the change's interval. */
    static Optional<String> warning(
            Effect effect, Metric metric, SideScore baseline, SideScore candidate, double alpha) {
        if (effect == null) {
            return Optional.empty();
        }
        double logs = Math.log(candidate.score() / baseline.score());
        double ofScores = metric.unit().isRate() ? -logs : logs;
        double gap = Math.abs(ofScores - effect.difference());
        boolean oppositeSigns = ofScores * effect.difference() < 0;
        boolean differ = gap > effect.halfWidth(1 - alpha) || oppositeSigns && gap > ABOUT_ZERO;
        return Double.isFinite(gap) && differ
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the scores alone say %+.1f %%, the change by turns is %+.1f %%: it is the change that counts,"
                                + " since it compares iterations of the same moment; the machine's speed moved",
                        100 * Math.expm1(ofScores),
                        100 * Math.expm1(effect.difference())))
                : Optional.empty();
    }
}
