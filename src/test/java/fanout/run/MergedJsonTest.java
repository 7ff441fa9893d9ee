package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.host.PackedResult;
import fanout.testing.NeedsJvm;
import fanout.testing.TinyBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Forks put together again are what JMH would have written of all of them. */
@NeedsJvm
class MergedJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path temp;

    private static Collection<RunResult> results;
    private static JsonNode byJmh;

    /** Two forks of two scenarios, in every mode, with secondary metrics of all kinds. */
    @BeforeAll
    static void measure() throws RunnerException, IOException {
        Path file = temp.resolve("jmh.json");
        results = new Runner(new OptionsBuilder()
                        .include(TinyBenchmark.class.getName() + ".aWorks")
                        .param("size", "1", "2")
                        .mode(Mode.AverageTime)
                        .mode(Mode.SampleTime)
                        .mode(Mode.SingleShotTime)
                        .forks(2)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();
        byJmh = MAPPER.readTree(Files.readAllBytes(file));
    }

    @Test
    void mergedJsonEqualsWhatJmhWritesFieldByField() throws IOException {
        List<BenchmarkResult> forks = new ArrayList<>();
        for (RunResult result : results) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                forks.add(PackedResult.unpack(PackedResult.pack(JmhResults.labelled(fork, "label"))));
            }
        }
        JsonNode merged = MAPPER.readTree(JmhResults.json(forks));

        assertThat(merged).hasSize(6);
        for (int entry = 0; entry < 6; entry++) {
            ObjectNode expected = ((ObjectNode) byJmh.get(entry)).put("jvm", "label");
            assertThat(merged.get(entry)).isEqualTo(expected);
        }
    }

    @Test
    void aSingleForkIsAFileOfItsOwn() throws IOException {
        BenchmarkResult fork =
                results.iterator().next().getBenchmarkResults().iterator().next();

        JsonNode entry = MAPPER.readTree(JmhResults.json(List.of(JmhResults.labelled(fork, "25"))))
                .get(0);

        assertThat(entry.get("forks").asInt()).isEqualTo(1);
        assertThat(entry.get("jvm").asText()).isEqualTo("25");
        assertThat(entry.get("primaryMetric").get("rawData").get(0))
                .isEqualTo(byJmh.get(0).get("primaryMetric").get("rawData").get(0));
    }

    @Test
    void onlyJmhsObjectsAreDeserialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(new java.io.File("x"));
        }
        Assertions.assertThatIOException().isThrownBy(() -> PackedResult.unpack(bytes.toByteArray()));
    }
}
