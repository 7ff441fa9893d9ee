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

/** The tables of both READMEs name what the code has, and nothing else. */
class ReadmeTablesTest {
    private static final Path FRONT = Path.of("README.md");
    private static final Path REFERENCE = Path.of("results", "README.md");

    @Test
    void theParametersStandThereWithTheirDefaults() throws IOException {
        assertThat(table(REFERENCE, "parameter", "default"))
                .containsExactlyInAnyOrderEntriesOf(Stream.of(BenchmarkParameter.values())
                        .collect(Collectors.toMap(BenchmarkParameter::toString, BenchmarkParameter::defaultValue)));
    }

    @Test
    void theBenchmarksStandThere() throws IOException {
        List<String> benchmarks = Stream.concat(
                        Stream.of(Strategy.values()).map(Strategy::toString), Stream.of("yourClient"))
                .toList();
        assertThat(table(FRONT, "benchmark", "how it fans out").keySet())
                .containsExactlyInAnyOrderElementsOf(benchmarks);
    }

    @Test
    void theMetricsStandThereWithTheirUnits() throws IOException {
        Map<String, String> metrics = new LinkedHashMap<>();
        Stream.of(SecondaryMetric.values()).forEach(metric -> metrics.put(metric.toString(), metric.unit()));
        assertThat(table(REFERENCE, "metric", "unit")).containsExactlyEntriesOf(metrics);
    }

    /** The first two columns of the table with these headings, without backquotes. */
    private static Map<String, String> table(Path readme, String first, String second) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        Files.readAllLines(readme).stream()
                .dropWhile(line -> !line.startsWith("| " + first + " | " + second + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("`", "").split("\\|"))
                .forEach(cells -> rows.put(cells[1].strip(), cells[2].strip()));
        assertThat(rows).as("the table of each %s in %s", first, readme).isNotEmpty();
        return rows;
    }
}
