package com.acme;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/** Its parameters have values that a list of benchmarks may misread. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx64m", "-Da=b c"},
        jvmArgsAppend = "-Dx=y z")
@Warmup(iterations = 1, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 2, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Timeout(time = 5)
public class ParamsBenchmark {
    @Param({
        "",
        " ",
        "a b",
        " 3 x ",
        "M 1 1 a",
        "%20",
        "100%",
        "a+b",
        "\u00e4\u00f6\u20ac",
        "a=b,c",
        "\"q\"",
        "back\\slash"
    })
    String text;

    @Param({"1", "-2"})
    int number;

    @Benchmark
    public String both() {
        return text + number;
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Threads(2)
    public int one() {
        return number;
    }
}
