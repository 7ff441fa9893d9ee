package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The verdict on one metric of one benchmark, and the numbers behind it. Numbers that can't be had are NaN.
 *
 * @param key which benchmark
 * @param jvm within which JVM's results strategies are compared; null when JVMs are
 * @param metric {@code score}, or the name of a secondary metric
 * @param unit the baseline's unit, in which both scores are
 * @param reason the verdict in one sentence
 * @param forksNeeded on each side, for 80 % power at the threshold
 */
public record Judgement(
        BenchmarkKey key,
        String jvm,
        String metric,
        String unit,
        SideScore baseline,
        SideScore candidate,
        Change change,
        Verdict verdict,
        String reason,
        int forksNeeded,
        List<String> warnings) {
    /** The metric of the primary result. */
    public static final String SCORE = "score";

    /**
     * One side of the comparison.
     *
     * @param name of the arm
     * @param score geometric mean of the forks' medians; of complete rounds only, if the change is paired
     * @param forks how many were measured
     */
    public record SideScore(String name, double score, int forks) {}

    /**
     * The change from the baseline to the candidate, in relative time: +0.05 is 5 % slower, whatever the unit.
     *
     * @param estimate the change itself
     * @param ci its interval, of confidence 1 - alpha
     * @param paired whether it was estimated round by round
     * @param p of no change, on its own
     * @param pAdjusted after Holm over the family
     */
    public record Change(double estimate, Interval ci, boolean paired, double p, double pAdjusted) {}

    /** @param low and @param high ends, as relative changes */
    public record Interval(double low, double high) {}

    public Judgement {
        warnings = List.copyOf(warnings);
    }

    /**
     * Judges an estimate.
     *
     * @param pAdjusted its p value within its family; NaN if it is refused
     * @param controlDiffers whether this benchmark's control differs from its baseline, though both are the same JVM
     */
    static Judgement of(Estimate estimate, double pAdjusted, boolean controlDiffers, Criteria criteria) {
        int forksNeeded = forksNeeded(estimate, criteria);
        Verdict verdict = Verdict.INCONCLUSIVE;
        String reason = estimate.refusal();
        if (reason == null) {
            verdict = Verdict.of(estimate.effect(), pAdjusted, criteria);
            reason = new Reason(criteria)
                    .of(
                            verdict,
                            estimate.effect(),
                            pAdjusted,
                            estimate.samples().fewest(),
                            forksNeeded);
        }
        if (controlDiffers) {
            verdict = Verdict.INCONCLUSIVE;
            reason = "the control differs, so the machine's own noise is larger than it looks; else: " + reason;
        }
        Metric baseline = estimate.baseline().metric();
        Metric candidate = estimate.candidate().metric();
        double scale = candidate.unit().factor() / baseline.unit().factor();
        return new Judgement(
                estimate.key(),
                estimate.contrast().jvm(),
                baseline.name().isEmpty() ? SCORE : baseline.name(),
                baseline.unit().text(),
                side(estimate.contrast().baseline(), baseline, score(baseline, candidate)),
                side(estimate.contrast().candidate(), candidate, scale * score(candidate, baseline)),
                change(estimate.effect(), pAdjusted, criteria),
                verdict,
                reason,
                forksNeeded,
                estimate.warnings());
    }

    private static int forksNeeded(Estimate estimate, Criteria criteria) {
        if (estimate.effect() == null) {
            return LogSamples.FEWEST_FORKS;
        }
        LogSamples samples = estimate.samples();
        return Power.forksNeeded(estimate.effect(), samples.baseline().length, samples.candidate().length, criteria);
    }

    private static SideScore side(ResultSet resultSet, Metric metric, double score) {
        return new SideScore(resultSet.name(), score, metric.forks().size());
    }

    /** The geometric mean of the used forks' medians; JMH's own score where there is no raw data. */
    private static double score(Metric metric, Metric other) {
        double[] logs = LogSamples.used(metric, other).stream()
                .mapToDouble(ForkSamples::median)
                .map(Math::log)
                .toArray();
        boolean usable = logs.length > 0 && Arrays.stream(logs).allMatch(Double::isFinite);
        return usable ? Math.exp(Mean.of(logs).getAsDouble()) : metric.score();
    }

    private static Change change(Effect effect, double pAdjusted, Criteria criteria) {
        if (effect == null) {
            return new Change(Double.NaN, new Interval(Double.NaN, Double.NaN), false, Double.NaN, pAdjusted);
        }
        double confidence = 1 - criteria.alpha();
        Interval ci = new Interval(effect.low(confidence), effect.high(confidence));
        return new Change(effect.change(), ci, effect.paired(), effect.p(), pAdjusted);
    }
}
