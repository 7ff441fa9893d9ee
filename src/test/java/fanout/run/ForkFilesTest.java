package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.benchmark.LatencyResult;
import fanout.host.JvmWork;
import fanout.record.ForkRecord;
import fanout.record.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.BenchmarkResult;

class ForkFilesTest {
    private static final Arm ARM = Fixture.plan(ForkOrder.TURNS, 1, "a").arms().get(0);

    @TempDir
    Path folder;

    private ForkFiles files;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("forks"));
        files = new ForkFiles(folder);
    }

    @Test
    void aForkIsReadAsItWasWritten() throws IOException {
        ForkFiles.Written written = files.write(12, fork(withLatencies()));
        String json = written.json();

        assertThat(json).isEqualTo("forks/0012.json");
        assertThat(written()).containsExactly("0012.hlog", "0012.jmh", "0012.json", "0012.turns.json");
        assertThat(written.sha256())
                .containsOnlyKeys("forks/0012.hlog", "forks/0012.jmh", "forks/0012.json", "forks/0012.turns.json")
                .containsEntry(json, Sha256.of(Files.readAllBytes(folder.resolve(json))));
        BenchmarkResult expected =
                JmhResults.labelled(withLatencies(), ARM.setup().label());
        byte[] pretty = JmhResults.json(List.of(expected));
        assertThat(JmhResults.json(List.of(files.read(json)))).isEqualTo(pretty);
        String flush = Files.readString(folder.resolve(json));
        assertThat(flush).doesNotContain("\n ").hasSizeLessThan(pretty.length * 2 / 3);
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(flush)).isEqualTo(mapper.readTree(pretty));
    }

    @Test
    void aForkWithoutLatenciesHasNoHistogramLog() throws IOException {
        String json = files.write(1, fork(Fixture.result(ARM, 1))).json();

        assertThat(written()).containsExactly("0001.jmh", "0001.json", "0001.turns.json");
        assertThat(files.read(json).getIterationResults()).hasSize(Fixture.MEASURED);
    }

    @Test
    void aTurnIsALineAndItsScoreIsNotRounded() throws IOException {
        Turn warmup = new Turn(
                1,
                true,
                Instant.EPOCH,
                0.25,
                1.23456,
                0.0,
                3.14159,
                20.123456789,
                new JvmWork(7, JvmWork.UNKNOWN, 1, 2));
        Turn measured = new Turn(2, false, Instant.EPOCH, 0.5, -1, null, 3, Double.NaN, JvmWork.NOT_READ);

        List<Turn> turns = List.of(warmup, measured);
        files.write(1, new FinishedFork(ARM, Instant.EPOCH, Duration.ofSeconds(1), turns, Fixture.result(ARM, 1)));

        String first = "{'iteration':1,'warmup':true,'start':'1970-01-01T00:00:00Z','seconds':0.25,"
                + "'loadAverage':1.2346,'steal':0.0,'rulerMillis':3.1416,'score':20.123456789,"
                + "'jvmWork':{'compilationMillis':7,'collections':1,'collectionMillis':2}}";
        String unknown = "{'iteration':2,'warmup':false,'start':'1970-01-01T00:00:00Z','seconds':0.5,"
                + "'loadAverage':null,'steal':null,'rulerMillis':3.0,'score':null}";
        assertThat(folder.resolve("forks/0001.turns.json"))
                .hasContent(String.join("\n", "[", first + ",", unknown, "]").replace('\'', '"'));
    }

    @Test
    void aMissingHistogramLogIsNamed() throws IOException {
        String json = files.write(1, fork(withLatencies())).json();
        Path log = folder.resolve("forks/0001.hlog");
        Files.delete(log);

        assertThatIOException().isThrownBy(() -> files.read(json)).withMessageStartingWith(log + ": is missing");
    }

    /** A line that is cut off, as a copy that failed leaves it. */
    @Test
    void aLogThatIsBrokenIsNamed() throws IOException {
        String json = files.write(1, fork(withLatencies())).json();
        Path log = folder.resolve("forks/0001.hlog");
        Files.writeString(log, Files.readString(log).replaceAll("HISTF.*", "HISTFAAAAB"));

        assertThatIOException()
                .isThrownBy(() -> files.read(json))
                .withMessageStartingWith(log + ": is missing or broken (java.io.IOException: is not a histogram log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jmh", "hlog", "turns.json"})
    void aFileThatIsNotAsItWasWrittenIsNamed(String extension) throws IOException {
        ForkRecord record = ForkRecords.finished(1, 1, fork(withLatencies()), files.write(1, fork(withLatencies())));
        files.requireIntact(record);
        Path file = folder.resolve("forks/0001." + extension);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        assertThatIOException()
                .isThrownBy(() -> files.requireIntact(record))
                .withMessageStartingWith(file + ": is damaged");

        Files.delete(file);
        assertThatIOException()
                .isThrownBy(() -> files.requireIntact(record))
                .withMessageStartingWith(file + ": is missing");
    }

    private static FinishedFork fork(BenchmarkResult result) {
        return new FinishedFork(ARM, Instant.EPOCH, Duration.ofSeconds(1), List.of(), result);
    }

    private static BenchmarkResult withLatencies() {
        BenchmarkResult result = Fixture.result(ARM, 1);
        Histogram nanos = LatencyResult.newHistogram();
        nanos.recordValueWithCount(1_000_000, 99);
        nanos.recordValue(50_000_000);
        result.getIterationResults()
                .forEach(iteration -> iteration.addResult(new LatencyResult("latency", nanos, TimeUnit.MILLISECONDS)));
        return result;
    }

    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("forks"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
