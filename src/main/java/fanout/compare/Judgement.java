package fanout.compare;

import fanout.results.BenchmarkKey;
import java.util.List;

/**
 * The verdict on one metric of one benchmark, and what it rests on. A change is relative time: +0.05 is 5 % slower,
 * whatever the unit. Numbers that can't be had are NaN.
 *
 * @param key which benchmark
 * @param jvm within which JVM's results strategies are compared; null when JVMs are
 * @param metric {@code score}, or the name of a secondary metric
 * @param unit the baseline's unit, in which both scores are
 * @param baseline name of the baseline's arm
 * @param candidate name of the candidate's arm
 * @param baselineScore geometric mean of the forks' medians; of complete rounds only, if paired
 * @param candidateScore likewise
 * @param paired whether round was held against round
 * @param change the estimate
 * @param ci its interval, of confidence 1 - alpha
 * @param p of no change, on its own
 * @param pAdjusted after Holm over the family
 * @param reason the verdict in one sentence
 * @param forksNeeded a side, for 80 % power at the threshold
 */
public record Judgement(
        BenchmarkKey key,
        String jvm,
        String metric,
        String unit,
        String baseline,
        String candidate,
        double baselineScore,
        double candidateScore,
        int baselineForks,
        int candidateForks,
        boolean paired,
        double change,
        Interval ci,
        double p,
        double pAdjusted,
        Verdict verdict,
        String reason,
        int forksNeeded,
        List<String> warnings) {
    /** The metric of the primary result. */
    public static final String SCORE = "score";

    /** @param low and @param high ends, as relative changes */
    public record Interval(double low, double high) {}

    public Judgement {
        warnings = List.copyOf(warnings);
    }
}
