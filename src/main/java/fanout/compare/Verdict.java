package fanout.compare;

import java.util.Locale;

/**
 * What a comparison says of one benchmark. The bad news is first, and what is not known last.
 *
 * <p>Tested by {@code fanout.compare.VerdictTest}, {@code fanout.compare.VerdictPropertiesTest} and
 * {@code fanout.study.BoundsTest}.
 */
public enum Verdict {
    SLOWER,
    FASTER,
    /** Both not slower and not faster. */
    UNCHANGED,
    /** Not slower by the threshold; it may be faster. */
    NOT_SLOWER,
    /** Not faster by the threshold; it may be slower. */
    NOT_FASTER,
    INCONCLUSIVE;

    /**
     * The rule. The validation study publishes how often it errs.
     *
     * <p>The interval of confidence 1 - 2 alpha shows that there is no change of the threshold's size: each of its ends
     * is a one-sided test of level alpha, and {@code UNCHANGED} takes both.
     *
     * @param pAdjusted the effect's p value within its family
     */
    static Verdict of(Effect effect, double pAdjusted, Criteria criteria) {
        double threshold = criteria.logThreshold();
        if (pAdjusted < criteria.alpha() && Math.abs(effect.difference()) >= threshold) {
            return effect.difference() > 0 ? SLOWER : FASTER;
        }
        double halfWidth = effect.halfWidth(criteria.equivalenceConfidence());
        boolean notSlower = effect.difference() + halfWidth < threshold;
        boolean notFaster = effect.difference() - halfWidth > -threshold;
        if (notSlower) {
            return notFaster ? UNCHANGED : NOT_SLOWER;
        }
        return notFaster ? NOT_FASTER : INCONCLUSIVE;
    }

    /** Whether it says that there is a change. */
    public boolean isChange() {
        return this == FASTER || this == SLOWER;
    }

    /** Whether it says that a change of the threshold's size is ruled out, in one direction or in both. */
    public boolean rulesOut() {
        return this == UNCHANGED || this == NOT_SLOWER || this == NOT_FASTER;
    }

    /** The word for a time. {@link Judgement#word} has the word for what was measured. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
