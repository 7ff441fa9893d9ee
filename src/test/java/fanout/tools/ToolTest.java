package fanout.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.testing.Published;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that all three tools read is refused once one thing in it is not what one of them needs. */
class ToolTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Tool VISUALIZER = new JmhVisualizer();
    private static final Tool ACTION = new GithubActionBenchmark();
    private static final Tool BENCHER = new Bencher();
    private static final List<Tool> ALL = List.of(VISUALIZER, ACTION, BENCHER);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/benchmark | null",
                "/mode | null",
                "/params/server | \"http://a b\"",
                "/params/server | \"http://a?b=c\"",
                "/secondaryMetrics | []",
                "/primaryMetric/score | \"NaN\"",
                "/primaryMetric/scoreError | null",
                "/primaryMetric/scoreUnit | 1",
                "/primaryMetric/rawData | []",
                "/primaryMetric/rawData | [1, 2]",
                "/primaryMetric/rawData | [[1], [\"NaN\"]]",
                "/secondaryMetrics/latency/rawData | null",
                "/secondaryMetrics/latency/scoreUnit | null"
            })
    void theVisualizerRefusesAFileWithOneBrokenField(String pointer, String value) throws IOException {
        assertThat(VISUALIZER.complaints(changed(pointer, value)))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/benchmark | 1",
                "/primaryMetric/score | \"NaN\"",
                "/primaryMetric/scoreUnit | null",
                "/primaryMetric/scoreUnit | \"ops/s\"",
                "/measurementIterations | \"1\"",
                "/forks | null",
                "/threads | null"
            })
    void theActionRefusesAFileWithOneBrokenField(String pointer, String value) throws IOException {
        assertThat(ACTION.complaints(changed(pointer, value))).isNotEmpty().allMatch(line -> line.startsWith(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/benchmark | \"\"",
                "/primaryMetric/score | \"NaN\"",
                "/primaryMetric/score | 1e29",
                "/primaryMetric/scoreUnit | \"min/op\"",
                "/primaryMetric/scoreUnit | \"ms/op/op\"",
                "/primaryMetric/scoreConfidence | null",
                "/primaryMetric/scoreConfidence | [1, 2, 3]",
                "/primaryMetric/scoreConfidence | [\"NaN\", \"NaN\"]",
                "/secondaryMetrics | null"
            })
    void bencherRefusesAFileWithOneBrokenField(String pointer, String value) throws IOException {
        assertThat(BENCHER.complaints(changed(pointer, value))).isNotEmpty().allMatch(line -> line.startsWith(pointer));
    }

    @Test
    void noToolDistinguishesTwoBenchmarksOfOneName() throws IOException {
        ArrayNode twice = first().add(first().get(0));

        assertThat(ALL)
                .allSatisfy(tool -> assertThat(tool.complaints(twice))
                        .singleElement()
                        .asString()
                        .startsWith(
                                "/benchmark is not the only fanout.benchmark.ColdBatchBenchmark.blockingThreadPool"));
    }

    @Test
    void everyToolNeedsAListOfBenchmarks() {
        assertThat(ALL).allSatisfy(tool -> {
            assertThat(tool.complaints(MAPPER.createObjectNode())).isNotEmpty();
            assertThat(tool.complaints(MAPPER.createArrayNode())).isNotEmpty();
        });
    }

    /** A file that all three read, with another value in one place. */
    private static ArrayNode changed(String pointer, String value) throws IOException {
        ArrayNode file = first();
        assertThat(ALL).allSatisfy(tool -> assertThat(tool.complaints(file)).isEmpty());
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) file.get(0).at(pointer.substring(0, last));
        parent.set(pointer.substring(last + 1), MAPPER.readTree(value));
        return file;
    }

    private static ArrayNode first() throws IOException {
        return MAPPER.createArrayNode()
                .add(MAPPER.readTree(Published.file("conditions/cold.zip", "17.json"))
                        .get(0));
    }
}
