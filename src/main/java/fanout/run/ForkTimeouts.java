package fanout.run;

import fanout.host.IterationStart;
import java.time.Duration;

/**
 * How long a fork may take before it counts as hung.
 *
 * @param start from its start until it waits for its first turn
 * @param grace in each turn, in addition to the iteration and JMH's own time limit
 * @param end from when it may end until it has ended; JMH itself gives stray threads 30 s
 */
public record ForkTimeouts(Duration start, Duration grace, Duration end) {
    public static final ForkTimeouts DEFAULT =
            new ForkTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(60));

    Duration turn(IterationStart start) {
        return grace.plusMillis(start.iterationMillis() + start.timeoutMillis());
    }
}
