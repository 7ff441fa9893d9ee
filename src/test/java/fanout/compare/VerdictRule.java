package fanout.compare;

import fanout.results.Metric;

/** The rule under test, made reachable from the study: every line of it is the tool's own. */
public final class VerdictRule {
    public static final Criteria CRITERIA = Criteria.DEFAULT;

    private static final Judge JUDGE = new Judge(CRITERIA);

    private VerdictRule() {}

    /** By forks or by rounds, as the metrics say. */
    public static Effect effect(Metric baseline, Metric candidate) {
        return Evidence.of(baseline, candidate).effect();
    }

    /** With the effect's own p, so before Holm. */
    public static Verdict verdict(Effect effect) {
        return JUDGE.verdict(effect, effect.p());
    }

    /** @param pAdjusted the effect's p after Holm */
    public static Verdict verdict(Effect effect, double pAdjusted) {
        return JUDGE.verdict(effect, pAdjusted);
    }
}
