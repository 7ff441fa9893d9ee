package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.NeedsJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind, when it goes well and when not. */
class RunTest {
    private static final String WORKS = "fanout.testing.TinyBenchmark.aWorks";

    @TempDir
    Path folder;

    @Test
    void aRunWritesJsonAndNamesItInTheLastLine() throws IOException {
        CommandLineSession session = run("TinyBenchmark.aWorks", "-f", "0");

        assertThat(session.status()).isZero();
        assertThat(session.err()).isEmpty();
        Path file = onlyFile(folder.resolve("results"));
        assertThat(file.getFileName().toString())
                .matches("\\d{8}-\\d{6}-jdk" + Runtime.version().feature() + "\\.json");
        assertThat(session.out()
                        .lines()
                        .toList()
                        .get((int) session.out().lines().count() - 1))
                .isEqualTo("Benchmark result is saved to " + file);
        assertThat(benchmarks(file)).containsExactly(WORKS);
    }

    @NeedsJvm
    @Test
    void aFailureEndsTheRunAndKeepsTheForksThatHadFinished() throws IOException {
        CommandLineSession session = run("TinyBenchmark", "-f", "2", "-p", "size=2");

        assertThat(session.status()).isEqualTo(1);
        Path file = onlyFile(folder.resolve("results"));
        assertThat(file.getFileName().toString()).endsWith("-incomplete.json");
        assertThat(session.complaints())
                .containsExactly(
                        "fanout: a benchmark failed: IllegalStateException: size is 2",
                        "fanout: what was measured before is saved to " + file);
        JsonNode raw = json(file).path(0).path("primaryMetric").path("rawData");
        assertThat(benchmarks(file)).containsExactly(WORKS);
        assertThat(raw).hasSize(2).allSatisfy(fork -> assertThat(fork).hasSize(2));
    }

    @Test
    void aFailureWithNothingMeasuredLeavesNoFile() throws IOException {
        Path given = folder.resolve("given.csv");

        assertThat(run("TinyBenchmark.bFails", "-f", "0", "-p", "size=2").complaints())
                .last()
                .isEqualTo("fanout: nothing was measured before, so there is no result file");
        run("TinyBenchmark.bFails", "-f", "0", "-p", "size=2", "-rff", given.toString());

        assertThat(folder.resolve("results")).isEmptyDirectory();
        assertThat(given).doesNotExist();
    }

    @Test
    void aFailureSparesTheFileOfAnEarlierRun() throws IOException {
        Path given = Files.writeString(folder.resolve("given.csv"), "earlier");

        run("TinyBenchmark", "-f", "0", "-p", "size=2", "-rff", given.toString());

        assertThat(given).hasContent("earlier");
        assertThat(folder.resolve("given-incomplete.csv")).content().contains(WORKS);
    }

    @Test
    void aRunGoesOnAfterAFailureIfFailOnErrorIsFalse() throws IOException {
        CommandLineSession session = run("TinyBenchmark", "-f", "0", "-p", "size=2", "-foe", "false");

        assertThat(session.status()).isZero();
        assertThat(benchmarks(onlyFile(folder.resolve("results")))).containsExactly(WORKS);
    }

    @Test
    void aRunWithoutAnyResultFailsEvenIfFailOnErrorIsFalse() {
        CommandLineSession session = run("TinyBenchmark.bFails", "-f", "0", "-p", "size=2", "-foe", "false");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.complaints()).first().isEqualTo("fanout: every benchmark failed");
    }

    @Test
    void aFormatThatIsAskedForIsLeftToJmh() {
        Path given = folder.resolve("given.csv");

        CommandLineSession session = run("TinyBenchmark.aWorks", "-f", "0", "-rf", "csv", "-rff", given.toString());

        assertThat(session.status()).isZero();
        assertThat(given).content().startsWith("\"Benchmark\",").contains(WORKS);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** Plain JMH would write CSV there. */
    @Test
    void aFileThatIsNamedAsJsonIsJson() throws IOException {
        Path given = folder.resolve("given.json");

        assertThat(run("TinyBenchmark.aWorks", "-f", "0", "-rff", given.toString())
                        .status())
                .isZero();

        assertThat(benchmarks(given)).containsExactly(WORKS);
    }

    @Test
    void aFormatThatIsNamedCountsMoreThanTheNameOfTheFile() {
        Path given = folder.resolve("given.json");

        run("TinyBenchmark.aWorks", "-f", "0", "-rf", "csv", "-rff", given.toString());

        assertThat(given).content().startsWith("\"Benchmark\",");
    }

    private CommandLineSession run(String... args) {
        return CommandLineSession.run(folder.resolve("results"), args);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<String> benchmarks(Path file) throws IOException {
        return json(file).findValuesAsText("benchmark");
    }
}
