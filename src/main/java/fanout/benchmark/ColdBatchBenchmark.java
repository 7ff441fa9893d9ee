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
 * The time of the first batch that a fresh JVM sends, which is what a command-line tool or a function that is started
 * for one call pays. The same batch as {@link FanOutBenchmark}'s, once a fork.
 *
 * <p>In it: opening the connections, a TLS handshake on each where the scheme is https, loading the client's classes,
 * and running them uncompiled; the server is as cold as the client, unless it runs elsewhere. Held equal: what
 * {@link FanOutBenchmark} does. Left out: the start of the JVM, and building the client, both of which are over.
 * Nothing is sent before, so the concurrency is proven afterwards; a client that does not keep it fails the run all the
 * same. For the same reason {@code socketFloor} has one selector here, on a machine with several processors, too.
 *
 * <pre>java -jar target/benchmarks.jar ColdBatchBenchmark</pre>
 *
 * <p>Tested by {@code fanout.jar.ColdBatchJarIT}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 20,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Timeout(time = 1, timeUnit = TimeUnit.MINUTES)
public class ColdBatchBenchmark extends BatchBenchmark {
    public ColdBatchBenchmark() {
        super(ProofTime.LAST);
    }
}
