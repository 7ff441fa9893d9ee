package com.acme;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Follows a random cycle through memory. What other forks have put in the caches meanwhile costs it more than most
 * benchmarks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class MemoryBenchmark {
    private static final int STEPS = 1000;

    @Param({"64", "4096"})
    private int kilobytes;

    private int[] next;
    private int at;

    /** Sattolo's shuffle makes one cycle of all. */
    @Setup
    public void setUp() {
        next = new int[kilobytes * 1024 / Integer.BYTES];
        for (int i = 0; i < next.length; i++) {
            next[i] = i;
        }
        Random random = new Random(1);
        for (int i = next.length - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int swapped = next[i];
            next[i] = next[j];
            next[j] = swapped;
        }
    }

    @Benchmark
    public int walk() {
        for (int step = 0; step < STEPS; step++) {
            at = next[at];
        }
        return at;
    }
}
