package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import java.util.Arrays;

/** From an effect to a verdict, by the rule that the validation study publishes the error rates of. */
final class Judge {
    private final Criteria criteria;

    Judge(Criteria criteria) {
        this.criteria = criteria;
    }

    /**
     * Judges one draft.
     *
     * @param pAdjusted its p value within its family
     * @param controlDiffers whether the control of this benchmark was told apart from its baseline
     */
    Judgement judge(Draft draft, double pAdjusted, boolean controlDiffers) {
        Effect effect = draft.effect();
        Verdict verdict = draft.refusal() != null ? Verdict.INCONCLUSIVE : verdict(effect, pAdjusted);
        String reason = draft.refusal() != null ? draft.refusal() : null;
        int forksNeeded = effect == null
                ? Evidence.FEWEST_FORKS
                : Power.forksNeeded(
                        effect,
                        draft.evidence().baseline().length,
                        draft.evidence().candidate().length,
                        criteria);
        if (reason == null) {
            reason = new Reason(criteria)
                    .of(verdict, effect, pAdjusted, draft.evidence().fewest(), forksNeeded);
        }
        if (controlDiffers) {
            reason = "the control differs, so the machine's own noise is larger than it looks; else: " + reason;
            verdict = Verdict.INCONCLUSIVE;
        }
        double confidence = 1 - criteria.alpha();
        return new Judgement(
                draft.baseline().key(),
                draft.contrast().jvm(),
                draft.baselineMetric().name().isEmpty()
                        ? "score"
                        : draft.baselineMetric().name(),
                draft.baselineMetric().unit().text(),
                draft.contrast().baseline().name(),
                draft.contrast().candidate().name(),
                score(draft.baselineMetric(), 1),
                score(draft.candidateMetric(), scale(draft)),
                draft.baselineMetric().forks().size(),
                draft.candidateMetric().forks().size(),
                effect != null && effect.paired(),
                effect == null ? Double.NaN : effect.change(),
                effect == null
                        ? new Judgement.Interval(Double.NaN, Double.NaN)
                        : new Judgement.Interval(effect.low(confidence), effect.high(confidence)),
                draft.p(),
                pAdjusted,
                verdict,
                reason,
                forksNeeded,
                draft.warnings());
    }

    /** The rule. */
    Verdict verdict(Effect effect, double pAdjusted) {
        if (pAdjusted < criteria.alpha() && Math.abs(effect.difference()) >= criteria.logThreshold()) {
            return effect.difference() > 0 ? Verdict.SLOWER : Verdict.FASTER;
        }
        return isWithinThreshold(effect) ? Verdict.UNCHANGED : Verdict.INCONCLUSIVE;
    }

    /** Two one-sided tests: the interval of confidence 1 - 2 alpha lies within the threshold on both sides. */
    private boolean isWithinThreshold(Effect effect) {
        double farthest = Math.abs(effect.difference()) + effect.halfWidth(1 - 2 * criteria.alpha());
        return farthest < criteria.logThreshold();
    }

    private static double scale(Draft draft) {
        return draft.candidateMetric().unit().factor()
                / draft.baselineMetric().unit().factor();
    }

    /** The geometric mean of the forks' medians; JMH's own score where there is no raw data. */
    private static double score(Metric metric, double scale) {
        double[] logs = metric.forks().stream()
                .mapToDouble(ForkSamples::median)
                .map(Math::log)
                .toArray();
        boolean usable = logs.length > 0 && Arrays.stream(logs).allMatch(Double::isFinite);
        return scale * (usable ? Math.exp(Effects.mean(logs)) : metric.score());
    }
}
