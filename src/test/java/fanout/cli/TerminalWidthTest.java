package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Entry;
import fanout.testing.RunFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a terminal of 100 columns: a row a line, as long as its names allow it. */
class TerminalWidthTest {
    private static final String CLASS = "fanout.benchmark.FanOutBenchmark.";

    @TempDir
    Path folder;

    @Test
    void theStrategiesOfOneClassHaveALineEachAndItsNameIsSaidOnce() {
        String text = byStrategy("17", "25");

        assertThat(rows(text)).hasSize(4).allSatisfy(row -> assertThat(row).matches("\\S+ on (17|25) +[\\d.]+ .*"));
        assertThat(text).containsOnlyOnce("FanOutBenchmark").contains("All: FanOutBenchmark requests=1000");
        assertThat(text).contains("blockingThreadPool against jdkHttpClient, virtualThreads.", "virtualThreads on 25");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void oneArmNeedsNotBeNamed() {
        assertThat(rows(byStrategy("17")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).matches("(jdkHttpClient|virtualThreads) +[\\d.]+ .*"));
    }

    @Test
    void aUnitThatAllShareLeavesItsColumnOnlyWhereRoomIsShort() {
        assertThat(byStrategy("17")).contains("  unit ").doesNotContain("Scores in");

        String text = byStrategy("17-with-large-zgc", "25-with-large-zgc");
        assertThat(text).contains("Scores in ms/op.\n").doesNotContain("  unit ");
        assertThat(rows(text)).hasSize(4).allSatisfy(row -> {
            assertThat(row).contains("-with-large-zgc  ");
            assertThat(row.length()).isLessThanOrEqualTo(100);
        });
    }

    @Test
    void aUnitStaysWhereNamesAreTooLongAllTheSame() {
        String text = byStrategy("17-in-a-name-that-no-line-has-room-for", "25");

        assertThat(text).contains("  unit ").doesNotContain("Scores in");
        assertThat(rows(text)).hasSize(6);
    }

    @Test
    void theMethodsOfOneClassAreNamedWithoutItOnSeveralJvms() {
        Path run = run(List.of("17", "25"));

        String text =
                CommandLineSession.compare("--fail-on", "never", run.toString()).out();

        assertThat(rows(text)).hasSize(3).allMatch(row -> row.startsWith("blocking") || !row.contains("FanOut"));
        assertThat(text).contains("All: FanOutBenchmark requests=1000");
    }

    private String byStrategy(String... labels) {
        Path run = run(List.of(labels));
        return CommandLineSession.compare("--by", "strategy", "--fail-on", "never", run.toString())
                .out();
    }

    private Path run(List<String> labels) {
        RunFiles files = new RunFiles(folder.resolve(String.join("-", labels)), true);
        labels.forEach(files::jvm);
        for (String label : labels) {
            double level = 10;
            for (String method : List.of("blockingThreadPool", "jdkHttpClient", "virtualThreads")) {
                double[][] forks = Entry.forks(3, level, (label + method).hashCode());
                for (int round = 1; round <= forks.length; round++) {
                    files.fork(
                            round,
                            label,
                            new Entry(CLASS + method, forks[round - 1]).with("params", Map.of("requests", "1000")));
                }
                level += 2;
            }
        }
        return files.write();
    }

    /** The lines between the header and the next empty one. */
    private static List<String> rows(String text) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("benchmark "))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }
}
