package fanout.compare;

import fanout.results.Metric;
import java.util.ArrayList;
import java.util.List;

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

    /** Whether it says that a slow-down of the threshold's size is ruled out. */
    public static boolean rulesOutSlower(Verdict verdict) {
        return verdict == Verdict.NOT_SLOWER || verdict == Verdict.UNCHANGED || verdict == Verdict.FASTER;
    }

    /** The effect by forks, with Welch's standard error alone. */
    public static Effect welchAlone(Metric baseline, Metric candidate) {
        LogSamples samples = LogSamples.of(baseline, candidate);
        StandardError welch = Effect.welch(samples.baseline(), samples.candidate());
        return new Effect(samples.effect().difference(), List.of(welch), 0);
    }

    /** Whether the tool warns of a fork, on one side or the other, or of a round that lies apart. */
    public static boolean warnsOfOutliers(Metric baseline, Metric candidate) {
        List<String> warnings = new ArrayList<>();
        Outliers.find(LogSamples.of(baseline, candidate), CRITERIA, warnings);
        return !warnings.isEmpty();
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
