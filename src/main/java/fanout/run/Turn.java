package fanout.run;

import fanout.record.IterationRecord;
import java.time.Instant;

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
 * @param score that of the iteration, in the benchmark's unit, as JMH has it
 */
public record Turn(
        int iteration,
        boolean warmup,
        Instant start,
        double seconds,
        double loadAverage,
        Double steal,
        double rulerMillis,
        double score) {
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
                Double.isFinite(score) ? (Double) score : null);
    }
}
