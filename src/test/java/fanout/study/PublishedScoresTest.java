package fanout.study;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.Strategy;
import fanout.compare.Criteria;
import fanout.compare.ScoreSummary;
import fanout.record.RunFolderReader;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import fanout.results.RunFolderResults;
import fanout.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scores on the front page, and those of two machines side by side, are those of the folders that are named. */
class PublishedScoresTest {
    private static final Path FRONT_PAGE = Path.of("results", "front-page.zip");
    private static final Path XEON = Path.of("results", "20261125-044923-vm.zip");
    private static final Path EPYC = Path.of("results", "until-decided", "jdks.zip");

    @Test
    void theFrontPageHasTheScoresOfItsRun() throws Exception {
        Path readme = Path.of("README.md").toAbsolutePath();
        String text = Files.readString(readme);
        for (Strategy strategy : Strategy.values()) {
            List<String> cells = new ArrayList<>();
            for (String setup : List.of("idiomatic", "tuned")) {
                for (String label : List.of("17", "25")) {
                    cells.add(scores(FRONT_PAGE, label, strategy.hasSetups() ? setup : "")
                            .getOrDefault(strategy.toString(), "needs 21"));
                }
            }
            text = withCells(text, strategy.toString(), cells);
        }
        Golden.assertHolds(readme, text);
    }

    /** The text with these in the row of that name, after what the way does. */
    private static String withCells(String text, String name, List<String> cells) {
        Matcher row =
                Pattern.compile("(?m)^\\| `" + name + "` \\|[^|]*\\|(.*)$").matcher(text);
        assertThat(row.find()).as(name).isTrue();
        return text.substring(0, row.start(1)) + " " + String.join(" | ", cells) + " |" + text.substring(row.end());
    }

    /** A reader looks for the fastest. */
    @Test
    void theFastestWayComesFirst() throws Exception {
        List<Double> scores = rows(Path.of("README.md"), "| benchmark | how it fans out |").values().stream()
                .map(cells -> cells.get(3))
                .filter(cell -> !cell.isEmpty())
                .map(cell -> Double.valueOf(cell.replaceFirst(" .*", "")))
                .toList();
        assertThat(scores).hasSize(Strategy.values().length).isSorted();
    }

    @Test
    void theTwoMachinesAreSideBySide() throws Exception {
        Map<String, List<String>> rows = rows(Path.of("results", "README.md"), "| | C, Intel Xeon | D, AMD EPYC |");

        Map<String, String> xeon = scores(XEON, "25");
        Map<String, String> epyc = scores(EPYC, "25");
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(xeon.keySet());
        rows.forEach((name, cells) -> assertThat(cells).as(name).containsExactly(name, xeon.get(name), epyc.get(name)));
    }

    /** The cells of each row of the table with this head, by the first one. */
    private static Map<String, List<String>> rows(Path file, String head) throws Exception {
        return Files.readAllLines(file).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.replace("`", "").split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .map(cells -> cells.subList(0, cells.size() - 1))
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells, (a, b) -> b, LinkedHashMap::new));
    }

    /** Those of a run that is older than the setups. */
    private static Map<String, String> scores(Path folder, String label) throws Exception {
        return scores(folder, label, "", "%.2f (%.2f to %.2f)");
    }

    /** With one digit: the intervals are wide. */
    private static Map<String, String> scores(Path folder, String label, String setup) throws Exception {
        return scores(folder, label, setup, "%.1f (%.1f to %.1f)");
    }

    /** Each method's score with its interval, as it stands in a table. */
    private static Map<String, String> scores(Path folder, String label, String setup, String format) throws Exception {
        ResultSet results = RunFolderResults.open(RunFolderReader.of(folder)).source().resultSets().stream()
                .filter(resultSet -> resultSet.name().equals(label))
                .findFirst()
                .orElseThrow();
        Map<String, String> scores = new TreeMap<>();
        for (BenchmarkSamples measured : results.benchmarks().values()) {
            if (!measured.key().params().getOrDefault("setup", "").equals(setup)) {
                continue;
            }
            ScoreSummary score = ScoreSummary.of(measured.primary(), Criteria.DEFAULT.alpha());
            String client = measured.key().params().get("client");
            String method = client == null ? measured.key().method() : client;
            scores.put(method, String.format(Locale.ROOT, format, score.score(), score.low(), score.high()));
        }
        return scores;
    }
}
