package fanout.testing;

import fanout.benchmark.RequiresJava;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** One benchmark for every JVM, and one that needs Java 18. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class YoungBenchmark {
    @Benchmark
    public int forAll() {
        return 1;
    }

    @Benchmark
    @RequiresJava(18)
    public int forTheYoung() {
        return 2;
    }
}
