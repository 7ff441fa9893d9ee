package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@link SoakStudy} has published is flat. Of a strategy the last quarter of the time holds no more than the
 * second one. The forks of a run begin and end, round by round, so of a run the most that is held counts.
 */
class PublishedSoakTest {
    private static final List<String> COLUMNS = List.of(SoakStudy.HEADER.split(","));

    static Stream<Path> published() throws IOException {
        try (Stream<Path> files = Files.list(SoakStudy.FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void nothingGrows(Path file) throws IOException {
        List<double[]> rows = rows(file);
        if (file.endsWith("run.csv")) {
            for (String column : List.of("heapMiB", "residentMiB", "threads", "descriptors")) {
                double before = most(rows.subList(0, rows.size() / 2), column);
                assertThat(most(rows.subList(rows.size() / 2, rows.size()), column))
                        .as(file + ": " + column)
                        .isBetween(before / 2, 1.1 * before);
            }
            return;
        }
        int quarter = rows.size() / 4;
        for (String column : List.of("residentMiB", "threads", "descriptors")) {
            double second = mean(rows.subList(quarter, 2 * quarter), column);
            double last = mean(rows.subList(3 * quarter, rows.size()), column);
            assertThat(last).as(file + ": " + column).isLessThan(1.05 * second + 1);
        }
        assertThat(lowest(rows.subList(3 * quarter, rows.size())))
                .as(file + ": the heap after a collection")
                .isLessThan(lowest(rows.subList(quarter, 2 * quarter)) + 50);
    }

    private static List<double[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Stream.of(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static double most(List<double[]> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> row[COLUMNS.indexOf(column)])
                .max()
                .orElseThrow();
    }

    private static double mean(List<double[]> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> row[COLUMNS.indexOf(column)])
                .average()
                .orElseThrow();
    }

    private static double lowest(List<double[]> rows) {
        return rows.stream()
                .mapToDouble(row -> row[COLUMNS.indexOf("heapMiB")])
                .min()
                .orElseThrow();
    }
}
