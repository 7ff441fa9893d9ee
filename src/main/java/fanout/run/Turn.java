package fanout.run;

import java.time.Instant;

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
 */
public record Turn(
        int iteration,
        boolean warmup,
        Instant start,
        double seconds,
        double loadAverage,
        Double steal,
        double rulerMillis) {}
