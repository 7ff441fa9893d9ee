package fanout.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of one batch, in a JVM that has sent many: {@code requests} GETs of {@code /user/{id}}, never more than
 * {@code concurrency} in flight, each answer checked.
 *
 * <p>Held equal: the server, the bytes on the wire but for what a library forces, the number of connections
 * ({@code concurrency}, or 1 for HTTP/2, opened before the first measured batch and kept), the way an answer is read,
 * the verification; the setup of the libraries is in {@code SetupChoices}. Left out: connecting, a real network,
 * and any wait at the server but {@code delayMillis}. The server shares the CPU with the client and, unless it is
 * forked, the JVM; this is the same for all.
 *
 * <pre>java -jar target/benchmarks.jar FanOutBenchmark</pre>
 *
 * <p>Tested by {@code fanout.jar.FanOutJarIT}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 5,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Timeout(time = 1, timeUnit = TimeUnit.MINUTES)
public class FanOutBenchmark extends BatchBenchmark {
    public FanOutBenchmark() {
        super(ProofTime.FIRST);
    }
}
