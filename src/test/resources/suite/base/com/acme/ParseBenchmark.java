package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.slf4j.LoggerFactory;

/** The same in both versions of the suite. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx64m")
public class ParseBenchmark {
    @Param("{\"a b\": [1, 2]}")
    private String document;

    private final ObjectMapper mapper = new ObjectMapper();

    @Setup
    public void setUp() throws IOException {
        LoggerFactory.getLogger(ParseBenchmark.class).info("the suite logs");
        Facts.write();
    }

    @Benchmark
    public JsonNode parse() throws IOException {
        return mapper.readTree(document);
    }
}
