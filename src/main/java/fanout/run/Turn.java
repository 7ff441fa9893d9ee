package fanout.run;

import fanout.record.IterationRecord;
import java.time.Instant;
import java.util.List;

/**
 * One turn of one fork.
 *
 * @param iteration from 1, warm-up iterations first
 * @param warmup whether it was one of the warm-up
 * @param start when it was granted
 * @param seconds until it was given back
 * @param loadAverage of the machine at its start
 * @param steal the share of CPU time that the hypervisor gave to others meanwhile, 0 to 1; null where unknown
 * @param rulerMillis the fixed loop, timed just before
 * @param score of the iteration, in the benchmark's unit, as JMH has it; null where unknown
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

    /** The same turn, with its own of the scores of all iterations of its fork, in order; without if it isn't there. */
    Turn scored(List<Double> scores) {
        Double own = iteration <= scores.size() ? scores.get(iteration - 1) : null;
        return new Turn(iteration, warmup, start, seconds, loadAverage, steal, rulerMillis, own);
    }

    /** What is kept of it. The score is not rounded: it equals that in JMH's JSON, which has none of the warm-up. */
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
