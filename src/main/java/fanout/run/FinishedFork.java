package fanout.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * A fork that ended well.
 *
 * @param arm of which it was one
 * @param start when it was started
 * @param lifetime until it ended, the turns of others included
 * @param turns all that it had, in order, with their scores
 * @param result what JMH says of it
 */
record FinishedFork(Arm arm, Instant start, Duration lifetime, List<Turn> turns, BenchmarkResult result) {}
