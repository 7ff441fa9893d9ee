package fanout.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what other people's tools read, but for what results/README.md says of each. */
class OtherToolsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SortedMap<String, byte[]> FILES = new TreeMap<>();

    private static final Tool VISUALIZER = new JmhVisualizer();
    private static final Tool ACTION = new GithubActionBenchmark();
    private static final Tool BENCHER = new Bencher();

    /** JMH JSON is a list; what else is published (manifests, comparisons) is an object. Forks are parts of a file. */
    static List<String> published() throws IOException {
        FILES.putAll(Published.json());
        return FILES.keySet().stream().filter(name -> read(name).isArray()).toList();
    }

    @Test
    void thePublishedFilesExist() throws IOException {
        assertThat(published())
                .hasSizeGreaterThan(20)
                .contains("conditions/counts.json", "conditions/cold.zip/17.json")
                .anyMatch(name -> name.endsWith("-jdk17.json"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void theVisualizerAndTheActionReadAllPublishedFiles(String name) {
        assertThat(VISUALIZER.complaints(read(name))).isEmpty();
        assertThat(ACTION.complaints(read(name))).isEmpty();
    }

    /** JMH has an interval for three measurements and more; Bencher's names have no parameters. */
    @ParameterizedTest
    @MethodSource("published")
    void bencherReadsFilesOfOneSetOfParametersAndThreeMeasurements(String name) {
        JsonNode json = read(name);
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
    void bencherKeepsOneOfSeveralConcurrencies() throws IOException {
        JsonNode json = MAPPER.readTree(Published.file("conditions/concurrency.zip", "25.json"));

        assertThat(BENCHER.complaints(json))
                .hasSize(12)
                .allMatch(complaint -> complaint.startsWith("/benchmark is not the only fanout.benchmark.FanOut"));
    }

    /** A single shot is one measurement, so JMH writes NaN; the five forks of the folder are what to give it. */
    @Test
    void bencherRefusesAForkOfASingleShot() throws IOException {
        JsonNode fork = MAPPER.readTree(Published.file("conditions/cold.zip", "forks/0001.json"));

        assertThat(BENCHER.complaints(fork))
                .singleElement()
                .asString()
                .startsWith("/primaryMetric/scoreConfidence is not two finite numbers: [\"NaN\",\"NaN\"]");
        assertThat(VISUALIZER.complaints(fork)).isEmpty();
    }

    private static JsonNode read(String name) {
        try {
            return MAPPER.readTree(FILES.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
