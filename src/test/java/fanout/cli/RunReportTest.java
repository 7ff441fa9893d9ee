package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.compare.Criteria;
import fanout.testing.Entry;
import fanout.testing.RunFiles;
import fanout.testing.SampleRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says and writes at its end is what {@code compare} and {@code report} make of its folder. */
class RunReportTest {
    @TempDir
    Path folder;

    private final StringWriter text = new StringWriter();

    @ParameterizedTest
    @CsvSource({"typical, jvm", "oneJvm, strategy", "failed, jvm"})
    void theFilesAreThoseOfCompareAndReport(String sample, String by) throws Exception {
        Path run = SampleRuns.all().get(sample).apply(folder.resolve("run"));

        report(run, FailOn.NEVER);

        for (String file : new String[] {"comparison.json", "comparison.md"}) {
            Path other = folder.resolve(file);
            String format = file.endsWith("json") ? "json" : "markdown";
            CommandLineSession.compare(
                    "--by", by, "--fail-on", "never", "--format", format, "--output", "" + other, "" + run);
            assertThat(run.resolve(file)).hasSameBinaryContentAs(other);
        }
        Path page = folder.resolve("page.html");
        CommandLineSession.run(folder, "report", "--output", page.toString(), run.toString());
        assertThat(run.resolve("report.html")).hasSameBinaryContentAs(page);
    }

    @Test
    void theStrategiesAreJudgedFirstAndThenTheJvms() throws Exception {
        Path run = SampleRuns.typical(folder);

        report(run, FailOn.NEVER);

        String byStrategy =
                CommandLineSession.compare("--by", "strategy", run.toString()).out();
        String byJvm = CommandLineSession.compare(run.toString()).out();
        assertThat(text)
                .hasToString(line("")
                        + line("=== Ways to fan out compared, on each of the JVMs ===")
                        + byStrategy
                        + line("")
                        + line("=== JVMs compared ===")
                        + byJvm
                        + next("compare " + folder, "compare --by strategy " + folder)
                        + line("" + run.resolve("report.html")));
    }

    @Test
    void ofTheBenchmarksOfOthersOnlyTheArmsAreCompared() throws Exception {
        RunFiles run = new RunFiles(folder, true).jvm("base").jvm("head");
        for (String label : new String[] {"base", "head"}) {
            run.forks(label, "com.acme.Bench.read", Entry.forks(3, 10, 1))
                    .forks(label, "com.acme.Bench.write", Entry.forks(3, 20, 2));
        }

        report(run.write(), FailOn.NEVER);

        assertThat(text)
                .hasToString(line("")
                        + line("=== JVMs compared ===")
                        + CommandLineSession.compare(folder.toString()).out()
                        + next("compare " + folder)
                        + line("" + folder.resolve("report.html")));
    }

    @Test
    void aRunOfOneBenchmarkOnOneJvmHasAScoreAndAPage() throws Exception {
        report(SampleRuns.oneFork(folder), FailOn.NEVER);

        assertThat(text.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line)
                                .isEqualTo("There is nothing to compare: no class has two methods that were measured"
                                        + " alike."),
                        line -> assertThat(line).matches("\\w+ on \\d+: [\\d.]+ ms/op \\(no interval from 1 fork\\)"),
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).startsWith("Next: ").endsWith(" report " + folder),
                        line -> assertThat(line).isEqualTo("" + folder.resolve("report.html")));
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**comparison*");
    }

    @Test
    void aScoreHasItsInterval() throws Exception {
        RunFiles run = new RunFiles(folder, true).jvm("a");

        report(run.forks("a", "a.Bench.one", Entry.forks(3, 10, 1)).write(), FailOn.NEVER);

        assertThat(text.toString())
                .containsPattern("one on a: \\d+(\\.\\d+)? ms/op \\(95 % interval [\\d.]+ to [\\d.]+, 3 forks\\)");
    }

    @Test
    void jvmsWithoutACommonBenchmarkAreNotCompared() throws Exception {
        RunFiles run = new RunFiles(folder, true).jvm("a").jvm("b");
        run.forks("a", "a.Bench.one", Entry.forks(3, 10, 1)).forks("b", "a.Bench.two", Entry.forks(3, 10, 2));

        assertThat(report(run.write(), FailOn.INCONCLUSIVE)).isFalse();

        assertThat(text.toString().lines())
                .contains("There is nothing to compare: the arms have no benchmark in common.")
                .anyMatch(line -> line.startsWith("Bench.one on a: ") || line.startsWith("one on a: "))
                .anyMatch(line -> line.startsWith("two on b: "));
        assertThat(folder).isDirectoryNotContaining("glob:**comparison*");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"10, SLOWER, false", "10.3, INCONCLUSIVE, true", "12, SLOWER, true", "12, NEVER, false"})
    void verdictsOnTheJvmsCount(double candidate, FailOn failOn, boolean failure) throws Exception {
        RunFiles run = new RunFiles(folder, true).jvm("a").jvm("b");
        run.forks("a", "a.Bench.one", Entry.forks(3, 10, 1))
                .forks("b", "a.Bench.one", Entry.forks(3, candidate, 2))
                .write();

        assertThat(report(folder, failOn)).isEqualTo(failure);
    }

    @Test
    void withOneJvmThereIsNoVerdictOnJvms() throws Exception {
        assertThat(report(SampleRuns.oneJvm(folder), FailOn.INCONCLUSIVE)).isFalse();

        assertThat(text.toString().lines())
                .contains("--fail-on inconclusive: there is one arm, and so no verdict on arms.");
    }

    @Test
    void aQuickRunSaysWhatItsVerdictsAreWorth() throws Exception {
        new RunReport(SampleRuns.oneJvm(folder), FailOn.NEVER, true, Criteria.DEFAULT, new PrintWriter(text)).write();

        assertThat(text.toString()).contains("these verdicts are for trying out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison.json", "comparison.md", "report.html"})
    void aFileThatCantBeWrittenIsNamed(String file) throws IOException {
        Path run = SampleRuns.oneJvm(folder);
        Files.createDirectory(run.resolve(file));

        assertThatThrownBy(() -> report(run, FailOn.NEVER))
                .isInstanceOf(UsageException.class)
                .hasMessage(run.resolve(file) + ": is a folder");
        assertThat(text.toString()).contains("semaphoreAsync");
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> report(gone, FailOn.NEVER))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(gone.toString());
    }

    private boolean report(Path run, FailOn failOn) throws UsageException {
        return new RunReport(run, failOn, false, Criteria.DEFAULT, new PrintWriter(text)).write();
    }

    private static String next(String... commands) {
        StringBuilder lines = new StringBuilder(line(""));
        List<String> all = new ArrayList<>(List.of(commands));
        all.add("report " + commands[0].substring(commands[0].lastIndexOf(' ') + 1));
        for (int i = 0; i < all.size(); i++) {
            String command = Program.here().command((Object[]) all.get(i).split(" "));
            lines.append(line((i == 0 ? "Next: " : "      ") + command));
        }
        return lines.toString();
    }

    /** {@code run --threshold} judges, and its page says so, too. */
    @Test
    void otherCriteriaAreThoseOfEveryFile() throws Exception {
        RunFiles run = new RunFiles(folder, true).jvm("a").jvm("b");
        run.forks("a", "a.Bench.one", Entry.forks(3, 10, 1))
                .forks("b", "a.Bench.one", Entry.forks(3, 12, 2))
                .write();

        boolean failure =
                new RunReport(folder, FailOn.SLOWER, false, new Criteria(0.5, 0.05), new PrintWriter(text)).write();

        assertThat(failure).isFalse();
        assertThat(text.toString()).contains("Below 50 %, the threshold", " compare --threshold 0.5 " + folder);
        assertThat(folder.resolve("comparison.json")).content().containsPattern("\"threshold\" ?: ?0.5");
        assertThat(folder.resolve("report.html")).content().contains("50 %");
    }

    private static String line(String line) {
        return line + System.lineSeparator();
    }
}
