package fanout.compare;

import fanout.results.Metric;

/** Makes the rule under test accessible to the study; it adds nothing of its own. */
public final class VerdictRule {
    public static final Criteria CRITERIA = Criteria.DEFAULT;

    private VerdictRule() {}

    /** The effect by forks, or by rounds if the metrics say so. */
    public static Effect effect(Metric baseline, Metric candidate) {
        return LogSamples.of(baseline, candidate).effect();
    }

    /** The verdict by the effect's own p value, before Holm's adjustment. */
    public static Verdict verdict(Effect effect) {
        return verdict(effect, effect.p());
    }

    /** @param pAdjusted the effect's p after Holm */
    public static Verdict verdict(Effect effect, double pAdjusted) {
        return Verdict.of(effect, pAdjusted, CRITERIA);
    }

    /** Forks a side that the tool names for 80 % power at the threshold. */
    public static int forksNeeded(Effect effect, int forks) {
        return Power.forksNeeded(effect, forks, forks, CRITERIA);
    }

    /** Whether the tool warns that these forks, or rounds, fall into two groups. */
    public static boolean warnsOfGroups(Metric baseline, Metric candidate) {
        LogSamples samples = LogSamples.of(baseline, candidate);
        return samples.isPaired()
                ? TwoModes.of(samples.rounds(), CRITERIA).isPresent()
                : TwoModes.of(samples.baseline(), CRITERIA).isPresent();
    }
}
