package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.Strategy;
import fanout.record.BenchmarkParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's tables name what the code has, and nothing else. */
class ReadmeTablesTest {
    private static final Path README = Path.of("README.md");

    @Test
    void theParametersStandThereWithTheirDefaults() throws IOException {
        assertThat(table("parameter", "default"))
                .containsExactlyInAnyOrderEntriesOf(Stream.of(BenchmarkParameter.values())
                        .collect(Collectors.toMap(BenchmarkParameter::toString, BenchmarkParameter::defaultValue)));
    }

    @Test
    void theBenchmarksStandThere() throws IOException {
        List<String> benchmarks = Stream.concat(
                        Stream.of(Strategy.values()).map(Strategy::toString), Stream.of("yourClient"))
                .toList();
        assertThat(table("benchmark", "how it fans out").keySet()).containsExactlyElementsOf(benchmarks);
    }

    @Test
    void theMetricsStandThereWithTheirUnits() throws IOException {
        Map<String, String> metrics = new LinkedHashMap<>();
        Stream.of(SecondaryMetric.values()).forEach(metric -> metrics.put(metric.toString(), metric.unit()));
        assertThat(table("metric", "unit")).containsExactlyEntriesOf(metrics);
    }

    /** The first two columns of the table with these headings, without backquotes. */
    private static Map<String, String> table(String first, String second) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith("| " + first + " | " + second + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("`", "").split("\\|"))
                .forEach(cells -> rows.put(cells[1].strip(), cells[2].strip()));
        assertThat(rows).as("the table of each %s in %s", first, README).isNotEmpty();
        return rows;
    }
}
