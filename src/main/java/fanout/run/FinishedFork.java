package fanout.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * A fork that ended well.
 *
 * @param arm to which it belongs
 * @param start when it was started
 * @param lifetime from its start until it ended, the turns of other forks included
 * @param turns all of its turns, in order, with their scores
 * @param result what JMH measured
 */
record FinishedFork(Arm arm, Instant start, Duration lifetime, List<Turn> turns, BenchmarkResult result) {}
