package fanout.run;

import java.time.Duration;

/**
 * How long a fork may take before it counts as hung.
 *
 * @param start until its first iteration
 * @param grace in each turn, beyond the iteration and JMH's own time limit
 * @param end until it has ended, once it may; JMH itself gives stray threads 30 s
 */
public record ForkTimeouts(Duration start, Duration grace, Duration end) {
    public static final ForkTimeouts DEFAULT =
            new ForkTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(60));

    Duration turn(TurnRequest request) {
        return grace.plusMillis(request.iterationMillis() + request.timeoutMillis());
    }
}
