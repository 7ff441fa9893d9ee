package fanout.compare;

import java.util.Locale;

/** A verdict in one sentence: what was measured, what the threshold is, and how many more forks would settle it. */
final class Reason {
    private final Criteria criteria;

    Reason(Criteria criteria) {
        this.criteria = criteria;
    }

    String of(Verdict verdict, Effect effect, double pAdjusted, int forks, int forksNeeded) {
        String seen = seen(effect);
        String threshold = percent(criteria.threshold());
        return switch (verdict) {
            case SLOWER, FASTER ->
                seen + ": at least the threshold of " + threshold + ", and p " + p(pAdjusted) + " after Holm";
            case UNCHANGED -> seen + ": surely within the threshold of " + threshold;
            case INCONCLUSIVE ->
                seen + ": " + why(effect, pAdjusted, threshold) + "; " + more(effect, forks, forksNeeded);
        };
    }

    private String seen(Effect effect) {
        double confidence = 1 - criteria.alpha();
        return String.format(
                Locale.ROOT,
                "%s %s (%s interval %s to %s)",
                percent(Math.abs(effect.change())),
                effect.difference() < 0 ? "faster" : "slower",
                percent(confidence).replace(".0", ""),
                signed(effect.low(confidence)),
                signed(effect.high(confidence)));
    }

    private String why(Effect effect, double pAdjusted, String threshold) {
        if (pAdjusted < criteria.alpha()) {
            return "a change, but it may be less or more than the threshold of " + threshold;
        }
        return effect.p() < criteria.alpha()
                ? "p " + p(pAdjusted) + " after Holm, which is not below " + criteria.alpha()
                : "neither a change nor the absence of one of " + threshold + " is shown";
    }

    private static String more(Effect effect, int forks, int forksNeeded) {
        String unit = effect.paired() ? " rounds" : " forks a side";
        return forksNeeded > forks
                ? "about " + forksNeeded + unit + " would settle it, unless the true change is near the threshold: "
                        + (forksNeeded - forks) + " more"
                : "it lies near the threshold, so that only many more than " + forks + unit + " would settle it";
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
