package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import fanout.testing.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code JSONResultFormat} of any JMH version may write, by hand where today's JMH does not. */
class ReadsEveryJmhJsonTest {
    private static final double[][] FORKS = {{1, 2}, {3, 4}};

    @ParameterizedTest
    @CsvSource({
        "ns/op, s/op, 1e-9",
        "us/op, s/op, 1e-6",
        "ms/op, s/op, 1e-3",
        "s/op, s/op, 1",
        "min/op, s/op, 60",
        "ops/ns, ops/s, 1e9",
        "ops/us, ops/s, 1e6",
        "ops/ms, ops/s, 1e3",
        "ops/s, ops/s, 1",
        "ms, s/op, 1e-3",
        "B/op, B/op, 1",
        "MB/sec, MB/sec, 1",
        "counts, counts, 1",
        "ops/fortnight, ops/fortnight, 1"
    })
    void unitsAreNormalised(String unit, String dimension, double factor) throws Exception {
        ScoreUnit read = read(new Entry("a.B.c", FORKS).unit(unit)).primary().unit();

        assertThat(read.dimension()).isEqualTo(dimension);
        assertThat(read.factor()).isCloseTo(factor, withinPercentage(1e-12));
        assertThat(read.isRate()).isEqualTo(dimension.equals("ops/s"));
        assertThat(read).hasToString(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thrpt", "avgt", "sample", "ss"})
    void aModeIsPartOfTheKey(String mode) throws Exception {
        assertThat(read(new Entry("a.B.c", FORKS).with("mode", mode)).key().mode())
                .isEqualTo(mode);
    }

    @Test
    void scoresThatAreNotNumbersAreReadFromText() throws Exception {
        Object[][] raw = {{"NaN", "+INF"}, {"-INF", 1.5}};
        Metric primary = read(new Entry("a.B.c").primary("rawData", raw).primary("score", "NaN"))
                .primary();

        assertThat(primary.score()).isNaN();
        assertThat(primary.forks())
                .extracting(ForkSamples::iterations)
                .containsExactly(
                        new double[] {Double.NaN, Double.POSITIVE_INFINITY},
                        new double[] {Double.NEGATIVE_INFINITY, 1.5});
    }

    @Test
    void aBenchmarkWithoutParamsIsRead() throws Exception {
        assertThat(read(new Entry("a.B.c", FORKS)).key().params()).isEmpty();
        assertThat(read(new Entry("a.B.c", FORKS).with("params", Map.of("b", "2", "a", "")))
                        .key()
                        .params())
                .hasToString("{a=, b=2}");
    }

    @Test
    void rawDataMayBeSwitchedOff() throws Exception {
        assertThat(read(new Entry("a.B.c")).primary().forks()).isEmpty();
        assertThat(read(new Entry("a.B.c").withoutRawData()).primary().forks()).isEmpty();
    }

    @Test
    void secondaryMetricsMayBeRagged() throws Exception {
        BenchmarkSamples read =
                read(new Entry("a.B.c", FORKS).secondary("gc.time", "ms", new double[] {5}, new double[] {}));

        assertThat(read.secondary().get("gc.time").forks())
                .extracting(ForkSamples::size)
                .containsExactly(1, 0);
    }

    /** Until 1.36 JMH wrote a middle dot, where 1.37 writes nothing, or a colon between a label and its percentile. */
    @Test
    void secondaryMetricsOfOldFilesHaveTodaysNames() throws Exception {
        BenchmarkSamples read = read(new Entry("a.B.c", FORKS)
                .secondary("\u00b7gc.time", "ms", FORKS)
                .secondary("c\u00b7p0.99", "ms/op", FORKS)
                .secondary("reader\u00b7p0.99", "ms/op", FORKS)
                .secondary("\u00b7gc.churn.G1_Old_Gen", "MB/sec", FORKS));

        assertThat(read.secondary()).containsOnlyKeys("gc.time", "p0.99", "reader:p0.99", "gc.churn.G1_Old_Gen");
        assertThat(read.secondary().get("p0.99").name()).isEqualTo("p0.99");
    }

    /** JMH 1.0 to 1.17 wrote no JVM, and until 1.11 no batch sizes. */
    @Test
    void oldFilesWithoutAJvmAreRead() throws Exception {
        Entry old = new Entry("a.B.c", FORKS);
        List.of("jmhVersion", "jdkVersion", "vmName", "jvmArgs", "warmupBatchSize", "measurementBatchSize")
                .forEach(old::without);

        BenchmarkSamples read = read(old);

        assertThat(read.jvm()).isEqualTo(new Jvm("", "", List.of(), ""));
        assertThat(read.settings()).isEqualTo(read(new Entry("a.B.c", FORKS)).settings());
    }

    @Test
    void anIterationsHistogramCountsAsItsMean() throws Exception {
        Object[] forks = {new Object[] {new Object[] {new double[] {1, 3}, new double[] {5, 1}}, new Object[] {}}};
        Metric primary = read(new Entry("a.B.c")
                        .with("mode", "sample")
                        .withoutRawData()
                        .primary("rawDataHistogram", forks))
                .primary();

        assertThat(primary.forks()).singleElement().satisfies(fork -> {
            assertThat(fork.iteration(0)).isEqualTo(2);
            assertThat(fork.iteration(1)).isNaN();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void anyNumberOfForksIsRead(int count) throws Exception {
        assertThat(read(new Entry("a.B.c", Entry.forks(count, 5, 1))).primary().forks())
                .hasSize(count);
    }

    @Test
    void entriesOfOneBenchmarkBecomeOneWithAllForks() throws Exception {
        Entry inMicros = new Entry("a.B.c", new double[] {5000, 6000}).unit("us/op");

        ResultSet resultSet =
                ResultSet.of("x", null, false, all(new Entry("a.B.c", FORKS), inMicros, new Entry("a.B.d", FORKS)));

        assertThat(resultSet.benchmarks()).hasSize(2);
        BenchmarkSamples merged =
                resultSet.benchmarks().get(resultSet.benchmarks().firstKey());
        assertThat(merged.primary().forks()).extracting(ForkSamples::median).containsExactly(1.5, 3.5, 5.5);
        assertThat(merged.forksAsked()).isEqualTo(3);
    }

    @Test
    void entriesOfOneBenchmarkWithOtherSettingsAreRefused() throws Exception {
        List<BenchmarkSamples> measured =
                all(new Entry("a.B.c", FORKS), new Entry("a.B.c", FORKS).with("warmupTime", "9 s"));

        assertThatThrownBy(() -> ResultSet.of("x", null, false, measured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("has a.B.c with different settings: warm-up 5 x 1 s against 5 x 9 s");
    }

    private static BenchmarkSamples read(Entry entry) throws IOException, UnreadableResultsException {
        return all(entry).get(0);
    }

    private static List<BenchmarkSamples> all(Entry... entries) throws IOException, UnreadableResultsException {
        byte[] json = Entry.json(entries).getBytes(StandardCharsets.UTF_8);
        return JmhJson.read(new ByteArrayInputStream(json), "test");
    }
}
