package fanout.testing;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * JMH interrupts an iteration of these benchmarks 2 s after its start. If that includes the wait for an iteration of
 * {@code busy}, {@code brief} has not enough time left. An interrupt makes both fail.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Timeout(time = 2)
public class DeadlineBenchmark {
    private static final int BRIEF_MILLIS = 700;
    private static final int TEAR_DOWN_MILLIS = 150;

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Measurement(iterations = 2, time = 1500, timeUnit = TimeUnit.MILLISECONDS)
    public long busy() {
        return System.nanoTime();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Measurement(iterations = 2)
    public void brief() throws InterruptedException {
        Thread.sleep(BRIEF_MILLIS);
    }

    @TearDown
    public void tearDown() throws InterruptedException {
        Thread.sleep(TEAR_DOWN_MILLIS);
    }
}
