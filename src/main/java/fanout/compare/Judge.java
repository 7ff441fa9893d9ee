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
     * Judges one estimate.
     *
     * @param pAdjusted its p value within its family
     * @param controlDiffers whether the control of this benchmark was told apart from its baseline
     */
    Judgement judge(Estimate estimate, double pAdjusted, boolean controlDiffers) {
        Verdict verdict = estimate.refusal() != null ? Verdict.INCONCLUSIVE : verdict(estimate.effect(), pAdjusted);
        int forksNeeded = forksNeeded(estimate);
        String reason =
                estimate.refusal() != null ? estimate.refusal() : reason(estimate, verdict, pAdjusted, forksNeeded);
        if (controlDiffers) {
            reason = "the control differs, so the machine's own noise is larger than it looks; else: " + reason;
            verdict = Verdict.INCONCLUSIVE;
        }
        Metric baseline = estimate.baseline().metric();
        Metric candidate = estimate.candidate().metric();
        return new Judgement(
                estimate.key(),
                estimate.contrast().jvm(),
                baseline.name().isEmpty() ? Judgement.SCORE : baseline.name(),
                baseline.unit().text(),
                estimate.contrast().baseline().name(),
                estimate.contrast().candidate().name(),
                score(baseline, candidate, 1),
                score(
                        candidate,
                        baseline,
                        candidate.unit().factor() / baseline.unit().factor()),
                baseline.forks().size(),
                candidate.forks().size(),
                estimate.effect() != null && estimate.effect().paired(),
                estimate.effect() == null ? Double.NaN : estimate.effect().change(),
                interval(estimate.effect()),
                estimate.p(),
                pAdjusted,
                verdict,
                reason,
                forksNeeded,
                estimate.warnings());
    }

    private int forksNeeded(Estimate estimate) {
        if (estimate.effect() == null) {
            return LogSamples.FEWEST_FORKS;
        }
        LogSamples samples = estimate.samples();
        return Power.forksNeeded(estimate.effect(), samples.baseline().length, samples.candidate().length, criteria);
    }

    private String reason(Estimate estimate, Verdict verdict, double pAdjusted, int forksNeeded) {
        return new Reason(criteria)
                .of(verdict, estimate.effect(), pAdjusted, estimate.samples().fewest(), forksNeeded);
    }

    private Judgement.Interval interval(Effect effect) {
        double confidence = 1 - criteria.alpha();
        return effect == null
                ? new Judgement.Interval(Double.NaN, Double.NaN)
                : new Judgement.Interval(effect.low(confidence), effect.high(confidence));
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

    /** The geometric mean of the used forks' medians; JMH's own score where there is no raw data. */
    private static double score(Metric metric, Metric other, double scale) {
        double[] logs = LogSamples.used(metric, other).stream()
                .mapToDouble(ForkSamples::median)
                .map(Math::log)
                .toArray();
        boolean usable = logs.length > 0 && Arrays.stream(logs).allMatch(Double::isFinite);
        return scale * (usable ? Math.exp(Effect.mean(logs)) : metric.score());
    }
}
