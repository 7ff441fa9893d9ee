package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A document of some 30 kB, read and written by Jackson. Its source fits any version of Jackson 2. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {
    private static final int USERS = 300;

    private final ObjectMapper mapper = new ObjectMapper();
    private byte[] json;
    private List<Map<String, Object>> users;

    @Setup
    public void setUp() throws IOException {
        users = new ArrayList<>();
        for (int id = 0; id < USERS; id++) {
            users.add(Map.of("id", id, "name", "user number " + id, "tags", List.of("a", "b", "c"), "score", id / 7.0));
        }
        json = mapper.writeValueAsBytes(users);
    }

    @Benchmark
    public JsonNode read() throws IOException {
        return mapper.readTree(json);
    }

    @Benchmark
    public byte[] write() throws IOException {
        return mapper.writeValueAsBytes(users);
    }
}
