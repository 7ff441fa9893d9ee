package fanout.compare;

import java.util.Locale;

/**
 * What a comparison says of one benchmark.
 *
 * <p>Tested by {@code fanout.compare.VerdictPropertiesTest} and {@code fanout.study.BoundsTest}.
 */
public enum Verdict {
    FASTER,
    SLOWER,
    UNCHANGED,
    INCONCLUSIVE;

    /**
     * The rule. The validation study publishes how often it errs.
     *
     * @param pAdjusted the effect's p value within its family
     */
    static Verdict of(Effect effect, double pAdjusted, Criteria criteria) {
        if (pAdjusted < criteria.alpha() && Math.abs(effect.difference()) >= criteria.logThreshold()) {
            return effect.difference() > 0 ? SLOWER : FASTER;
        }
        return isWithinThreshold(effect, criteria) ? UNCHANGED : INCONCLUSIVE;
    }

    /** Two one-sided tests: the interval of confidence 1 - 2 alpha lies within the threshold on both sides. */
    private static boolean isWithinThreshold(Effect effect, Criteria criteria) {
        double farthest = Math.abs(effect.difference()) + effect.halfWidth(1 - 2 * criteria.alpha());
        return farthest < criteria.logThreshold();
    }

    /** Whether it says that there is a change. */
    public boolean isChange() {
        return this == FASTER || this == SLOWER;
    }

    /** The word in reports and in JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
