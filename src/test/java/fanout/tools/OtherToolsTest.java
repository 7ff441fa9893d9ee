package fanout.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what other people's tools read, but for what results/README.md says of each. */
class OtherToolsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path RESULTS = Path.of("results");
    private static final Path CONDITIONS = RESULTS.resolve("conditions");

    private static final Tool VISUALIZER = new JmhVisualizer();
    private static final Tool ACTION = new GithubActionBenchmark();
    private static final Tool BENCHER = new Bencher();

    /** JMH JSON is a list; what else is published (manifests, comparisons) is an object. Forks are parts of a file. */
    static List<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(RESULTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getParent().endsWith("forks"))
                    .filter(file -> read(file).isArray())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void thePublishedFilesExist() throws IOException {
        assertThat(published())
                .hasSizeGreaterThan(20)
                .contains(CONDITIONS.resolve("counts.json"), CONDITIONS.resolve("cold/17.json"))
                .anyMatch(file -> file.getFileName().toString().endsWith("-jdk17.json"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void theVisualizerAndTheActionReadAllPublishedFiles(Path file) {
        assertThat(VISUALIZER.complaints(read(file))).isEmpty();
        assertThat(ACTION.complaints(read(file))).isEmpty();
    }

    /** JMH has an interval for three measurements and more; Bencher's names have no parameters. */
    @ParameterizedTest
    @MethodSource("published")
    void bencherReadsFilesOfOneSetOfParametersAndThreeMeasurements(Path file) {
        JsonNode json = read(file);
        List<String> benchmarks = json.findValuesAsText("benchmark");
        boolean oneSet = benchmarks.stream().distinct().count() == benchmarks.size();
        boolean three = true;
        for (JsonNode entry : json) {
            int measurements = 0;
            for (JsonNode fork : entry.at("/primaryMetric/rawData")) {
                measurements += fork.size();
            }
            three &= measurements >= 3;
        }

        assertThat(BENCHER.complaints(json).isEmpty()).isEqualTo(oneSet && three);
    }

    @Test
    void bencherKeepsOneOfSeveralConcurrencies() {
        JsonNode json = read(CONDITIONS.resolve("concurrency/25.json"));

        assertThat(BENCHER.complaints(json))
                .hasSize(12)
                .allMatch(complaint -> complaint.startsWith("/benchmark is not the only fanout.benchmark.FanOut"));
    }

    /** A single shot is one measurement, so JMH writes NaN; the five forks of the folder are what to give it. */
    @Test
    void bencherRefusesAForkOfASingleShot() {
        assertThat(BENCHER.complaints(read(CONDITIONS.resolve("cold/forks/0001.json"))))
                .singleElement()
                .asString()
                .startsWith("/primaryMetric/scoreConfidence is not two finite numbers: [\"NaN\",\"NaN\"]");
        assertThat(VISUALIZER.complaints(read(CONDITIONS.resolve("cold/forks/0001.json"))))
                .isEmpty();
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
