package fanout.run;

import fanout.host.JvmWork;
import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
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
 * @param work what the JVM did beside the benchmark since the iteration before
 */
public record Turn(
        int iteration,
        boolean warmup,
        Instant start,
        double seconds,
        double loadAverage,
        Double steal,
        double rulerMillis,
        double score,
        JvmWork work) {
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
                Double.isFinite(score) ? (Double) score : null,
                work.equals(JvmWork.NOT_READ) ? null : record(work));
    }

    private static JvmWorkRecord record(JvmWork work) {
        return new JvmWorkRecord(
                known(work.compilationMillis()),
                known(work.compiledMethods()),
                known(work.collections()),
                known(work.collectionMillis()));
    }

    private static Long known(long number) {
        return number == JvmWork.UNKNOWN ? null : (Long) number;
    }
}
