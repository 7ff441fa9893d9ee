package fanout.run;

import fanout.record.IterationRecord;
import java.time.Instant;
import java.util.List;

/**
 * One turn of one fork.
 *
 * @param iteration from 1, warm-up iterations first
 * @param warmup whether its iteration was one of the warm-up
 * @param start when it was granted
 * @param seconds from its start until it was given back
 * @param loadAverage that of the machine at its start
 * @param steal the share of CPU time that the hypervisor gave to others meanwhile, 0 to 1; null where unknown
 * @param rulerMillis the time of the fixed loop, measured just before
 * @param score that of the iteration, in the benchmark's unit, as JMH has it; null where unknown
 */
public record Turn(
        int iteration,
        boolean warmup,
        Instant start,
        double seconds,
        double loadAverage,
        Double steal,
        double rulerMillis,
        Double score) {

    /**
     * The same turn with its score, or with none if its score is missing.
     *
     * @param scores those of all iterations of its fork, in order
     */
    Turn scored(List<Double> scores) {
        Double own = iteration <= scores.size() ? scores.get(iteration - 1) : null;
        return new Turn(iteration, warmup, start, seconds, loadAverage, steal, rulerMillis, own);
    }

    /** Its record. The score is not rounded, so that it equals the one in JMH's JSON, which lacks the warm-up's. */
    IterationRecord toRecord() {
        return new IterationRecord(
                iteration,
                warmup,
                start.toString(),
                seconds,
                loadAverage < 0 ? null : (Double) Averages.rounded(loadAverage),
                steal == null ? null : (Double) Averages.rounded(steal),
                Averages.rounded(rulerMillis),
                score == null || !Double.isFinite(score) ? null : score);
    }
}
