package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import fanout.testing.Suite;
import fanout.testing.SuiteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of others' suites whose processes are killed: the run itself, the host of a fork, a fork. */
@Timeout(120)
class ArmsResumeJarIT {
    private static final Jdk JDK = Jdk.running();
    private static final int ROUNDS = 2;

    @TempDir
    static Path suites;

    @TempDir
    Path folder;

    private SuiteRun run;
    private Path bystander;
    private Process process;

    @BeforeEach
    void aRunOfTwoSuites() {
        run = new SuiteRun(folder);
        bystander = folder.resolve("bystander.jar");
    }

    @AfterEach
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Test
    void aRunThatIsKilledAndResumedLosesNothing() throws Exception {
        zip("one");
        start(run.fresh(ROUNDS, "20ms", flags("--control")));
        await(() -> run.out().resolve("manifest.json").toFile().exists()
                && run.manifest().get("forks").size() >= 3
                && !forks().isEmpty());
        List<ProcessHandle> all = process.descendants().toList();

        process.destroyForcibly().waitFor(); // kill -9

        assertEnd(all);
        JsonNode before = run.manifest().get("forks").get(0);
        Path temporary = onlyTemporaryFolder();
        zip("another");
        Shell refused = resume();
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("fanout: --resume " + run.out()
                        + ": the class path of arm head is not what it was begun with\n");
        zip("one");
        Shell resumed = resume();
        assertThat(resumed.status()).as(resumed.toString()).isZero();
        assertThat(run.manifest().get("forks"))
                .contains(before)
                .hasSize(3 * ROUNDS)
                .allMatch(ArmsResumeJarIT::isOk);
        for (String label : List.of("base", "base-control", "head")) {
            assertThat(run.results(label)).singleElement().satisfies(each -> {
                assertThat(each.get("benchmark").asText()).isEqualTo("com.acme.ParseBenchmark.parse");
                assertThat(each.get("primaryMetric").get("rawData")).hasSize(ROUNDS);
            });
        }
        assertThat(temporaryFolders()).containsExactly(temporary); // that of the run that was killed
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "fork"})
    void aProcessThatIsKilledCostsOneTryOfItsRound(String victim) throws Exception {
        zip("one");
        start(run.fresh(1, "400ms", flags()));
        await(() -> forks().size() == 2
                && Files.exists(run.out().resolve("jmh.log"))
                && run.log().contains("the suite logs"));
        List<ProcessHandle> all = process.descendants().toList();

        (victim.equals("host") ? hosts() : forks()).get(0).destroyForcibly();

        assertThat(process.waitFor())
                .as(SuiteRun.text(folder.resolve("err.txt")))
                .isZero();
        assertEnd(all);
        assertThat(run.manifest().get("forks"))
                .filteredOn(ArmsResumeJarIT::isOk)
                .hasSize(2);
        assertThat(run.manifest().get("forks"))
                .extracting(fork -> fork.get("status").asText())
                .filteredOn(status -> status.startsWith("failed"))
                .singleElement()
                .asString()
                .contains("exit code 137");
        assertThat(temporaryFolders()).isEmpty();
    }

    private List<String> flags(String... more) throws IOException {
        List<String> flags = new ArrayList<>(List.of("ParseBenchmark"));
        flags.addAll(List.of(more));
        flags.addAll(
                SuiteRun.arm("base", JDK, "-cp " + Suite.base(suites, "1.21").classPath()));
        flags.addAll(
                SuiteRun.arm("head", JDK, "-cp " + Suite.base(suites, "1.37").classPath() + ":" + bystander));
        return flags;
    }

    /** A jar on the class path of an arm that no benchmark needs. */
    private void zip(String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bystander))) {
            ZipEntry entry = new ZipEntry(content);
            entry.setTime(0);
            out.putNextEntry(entry);
        }
    }

    private void start(List<String> arguments) throws IOException {
        process = new Jar(folder).start(run.command(JDK, arguments));
    }

    private Shell resume() {
        return Shell.run(
                folder, Map.of(), run.command(JDK, List.of("--resume", run.out().toString())));
    }

    private List<ProcessHandle> hosts() {
        return process.children().toList();
    }

    private List<ProcessHandle> forks() {
        return hosts().stream().flatMap(ProcessHandle::children).toList();
    }

    private static void assertEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle each : processes) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive())
                    .as(SuiteRun.text(folder.resolve("err.txt")))
                    .isTrue();
            Thread.sleep(20);
        }
    }

    private Path onlyTemporaryFolder() throws IOException {
        assertThat(temporaryFolders()).hasSize(1);
        return temporaryFolders().get(0);
    }

    private List<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("fanout-"))
                    .toList();
        }
    }

    private static boolean isOk(JsonNode fork) {
        return fork.get("status").asText().equals("ok");
    }
}
