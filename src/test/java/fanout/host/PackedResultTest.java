package fanout.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fanout.testing.JmhParams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.util.ListStatistics;

/** Results pass between JVMs whose class paths differ. */
class PackedResultTest {
    private static final String BENCHMARK = "com.acme.Small.work";

    /** One that only the suite has. */
    private static final class OfTheSuite extends Result<OfTheSuite> {
        private static final long serialVersionUID = 1;

        OfTheSuite(String label, double value) {
            super(ResultRole.SECONDARY, label, new ListStatistics(new double[] {value}), "KB", AggregationPolicy.SUM);
        }

        @Override
        protected Aggregator<OfTheSuite> getThreadAggregator() {
            return results -> results.iterator().next();
        }

        @Override
        protected Aggregator<OfTheSuite> getIterationAggregator() {
            return results -> results.iterator().next();
        }
    }

    /** Anything else that can be serialized. */
    private record Stranger(String name) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Test
    void scoresArriveAsTheyWere() throws IOException {
        BenchmarkResult arrived =
                throughBytes(fork(3.25, 4.5, new ScalarResult("gc.count", 7, "counts", AggregationPolicy.SUM)));

        assertThat(arrived.getParams().getBenchmark()).isEqualTo(BENCHMARK);
        assertThat(arrived.getIterationResults())
                .extracting(iteration -> iteration.getPrimaryResult().getScore())
                .containsExactly(3.25, 4.5);
        assertThat(arrived.getPrimaryResult().getScoreUnit()).isEqualTo("ms/op");
        assertThat(arrived.getSecondaryResults().get("gc.count").getScore()).isEqualTo(14);
    }

    @Test
    void aResultOfAClassThatOnlyTheSuiteHasBecomesANumber() throws IOException {
        BenchmarkResult arrived = throughBytes(fork(1, 2, new OfTheSuite("acme.size", 12.5)));

        Result<?> size = arrived.getSecondaryResults().get("acme.size");
        assertThat(size).isInstanceOf(ScalarResult.class);
        assertThat(size.getScore()).isEqualTo(12.5);
        assertThat(size.getScoreUnit()).isEqualTo("KB");
    }

    @Test
    void aResultOfAWholeForkDoes() throws IOException {
        BenchmarkResult fork = fork(1, 2, null);
        fork.addBenchmarkResult(new OfTheSuite("acme.total", 3));

        assertThat(throughBytes(fork).getSecondaryResults().get("acme.total").getScore())
                .isEqualTo(3);
    }

    /** Many of JMH's classes have a version that the compiler makes up. */
    @Test
    void aClassOfAnotherVersionWithTheSameFieldsIsUnderstood() throws IOException {
        byte[] bytes = unzipped(PackedResult.pack(fork(3.25, 4.5, null)));
        byte[] name = AverageTimeResult.class.getName().getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, name) + name.length] ^= 1; // the first byte of its version

        BenchmarkResult arrived = PackedResult.unpack(zipped(bytes));

        assertThat(arrived.getIterationResults())
                .extracting(iteration -> iteration.getPrimaryResult().getScore())
                .containsExactly(3.25, 4.5);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i < bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("it is not there");
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    @Test
    void whatStrangersWroteIsRefused() throws IOException {
        List<byte[]> strangers = List.of(
                new byte[0],
                "no result".getBytes(StandardCharsets.UTF_8),
                packed(new Stranger("x")),
                packed(new File("x")),
                packed("a text"));

        assertThat(strangers).allSatisfy(bytes -> assertThatIOException().isThrownBy(() -> PackedResult.unpack(bytes)));
    }

    /** A host that is killed leaves a part of its file. */
    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        byte[] whole = PackedResult.pack(fork(1, 2, null));
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] part = Arrays.copyOf(whole, random.nextInt(whole.length - 8));
            assertThatIOException().isThrownBy(() -> PackedResult.unpack(part));
        }
    }

    private static BenchmarkResult throughBytes(BenchmarkResult fork) throws IOException {
        return PackedResult.unpack(PackedResult.pack(fork));
    }

    private static BenchmarkResult fork(double first, double second, Result<?> secondary) {
        BenchmarkParams params = JmhParams.of(BENCHMARK);
        return new BenchmarkResult(
                params, List.of(iteration(params, first, secondary), iteration(params, second, secondary)));
    }

    private static IterationResult iteration(BenchmarkParams params, double millis, Result<?> secondary) {
        IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
        long nanos = Math.round(millis * 1_000_000);
        iteration.addResult(new AverageTimeResult(ResultRole.PRIMARY, BENCHMARK, 1, nanos, TimeUnit.MILLISECONDS));
        if (secondary != null) {
            iteration.addResult(secondary);
        }
        return iteration;
    }

    private static byte[] packed(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Few bytes that take hours to read: each of two sets has both of the next two as its elements. */
    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    @Timeout(20)
    void aFileThatTakesHoursToReadIsRefused(int depth) throws IOException {
        Set<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int i = 0; i < depth; i++) {
            Set<Object> next = new HashSet<>(List.of("a"));
            Set<Object> nextOther = new HashSet<>();
            one.add(next);
            one.add(nextOther);
            other.add(next);
            other.add(nextOther);
            one = next;
            other = nextOther;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(root);
        }
        assertThatIOException().isThrownBy(() -> PackedResult.unpack(bytes.toByteArray()));
    }
}
