package fanout.compare;

import java.util.Locale;

/**
 * A verdict in one sentence: what was measured, with the interval that it was judged by; what is known and what is not;
 * and about how many more forks would settle the rest, where that is a number that somebody would measure.
 *
 * <p>Tested by {@code fanout.compare.VerdictTest}.
 */
final class Reason {
    private final Criteria criteria;
    private final Quantity quantity;

    Reason(Criteria criteria, Quantity quantity) {
        this.criteria = criteria;
        this.quantity = quantity;
    }

    String of(Verdict verdict, Effect effect, double pAdjusted, int forks, int forksNeeded) {
        double confidence = verdict.rulesOut() ? criteria.equivalenceConfidence() : 1 - criteria.alpha();
        String threshold = percent(criteria.threshold());
        return seen(effect, confidence) + ": "
                + switch (verdict) {
                    case SLOWER, FASTER ->
                        "at least the threshold of " + threshold + ", and p " + p(pAdjusted) + " after Holm";
                    case UNCHANGED -> "within the threshold of " + threshold + " in both directions";
                    case NOT_SLOWER, NOT_FASTER ->
                        quantity.word(verdict) + " by " + threshold + " or more, but " + open(effect, pAdjusted) + "; "
                                + more(effect, forks, forksNeeded);
                    case INCONCLUSIVE ->
                        "neither a change nor the absence of one of " + threshold + " is shown; "
                                + more(effect, forks, forksNeeded);
                };
    }

    private String seen(Effect effect, double confidence) {
        return String.format(
                Locale.ROOT,
                "%s %s (%s interval %s to %s)",
                percent(Math.abs(effect.change())),
                quantity.direction(effect.difference()),
                percent(confidence).replace(".0", ""),
                signed(effect.low(confidence)),
                signed(effect.high(confidence)));
    }

    /** What is not known of an effect of which one direction is ruled out. It lies in the other direction. */
    private String open(Effect effect, double pAdjusted) {
        String direction = quantity.direction(effect.difference());
        if (pAdjusted < criteria.alpha()) {
            return direction + " (p " + p(pAdjusted) + " after Holm), be it by less or by more than that";
        }
        if (effect.p() < criteria.alpha()) {
            return "perhaps " + direction + ": p " + p(pAdjusted) + " after Holm is not below " + criteria.alpha();
        }
        double confidence = criteria.equivalenceConfidence();
        double farthest = effect.difference() < 0 ? -effect.low(confidence) : effect.high(confidence);
        return "perhaps up to " + percent(farthest) + " " + direction;
    }

    private String more(Effect effect, int forks, int forksNeeded) {
        String unit = effect.paired() ? " rounds" : " forks a side";
        double size = Math.abs(effect.difference());
        if (forksNeeded - forks > Power.WORTH_MEASURING) {
            return "far too noisy to settle by more" + unit
                    + (size > 2 * criteria.logThreshold() ? ", unless it is as large as it looks" : "");
        }
        if (forksNeeded > forks) {
            return "about " + (forksNeeded - forks) + " more" + unit + " (" + forksNeeded
                    + " in all) would settle it, unless the true change is near the threshold"
                    + (size > 2 * criteria.logThreshold() ? "; fewer, if it is as large as it looks" : "");
        }
        return size < criteria.logThreshold()
                ? "it lies near the threshold, so that only many more than " + forks + unit + " would settle it"
                : "more than " + forks + unit + " would settle it";
    }

    private static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.2g", p);
    }

    static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    static String signed(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * ratio).replace("-0.0 ", "+0.0 ");
    }
}
