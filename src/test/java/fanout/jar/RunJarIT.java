package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} of the jar as a process, of one strategy on all JDKs found, and what may happen to it. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RunJarIT {
    private static final List<Jdk> JDKS = Jdks.found();
    private static final int ROUNDS = 2;
    private static final int FORKS = JDKS.size() * ROUNDS;
    private static final int FILES_A_FORK = 4;

    /** For iterations of a fork that is killed in its first one. */
    private static final String ENDLESS = "1m";

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Test
    void aRunThatIsKilledAndResumedLosesNothing() throws Exception {
        start(fresh("100ms"));
        awaitRounds(1);
        List<ProcessHandle> forks = process.descendants().toList();
        assertThat(forks).isNotEmpty();

        process.destroyForcibly().waitFor(); // kill -9

        for (ProcessHandle fork : forks) {
            fork.onExit().get(10, TimeUnit.SECONDS);
        }
        Map<String, String> before = forkFiles();
        assertThat(before.size()).isLessThan(FILES_A_FORK * FORKS);

        start("--resume", out().toString());

        assertThat(process.waitFor()).as(output()).isZero();
        assertThat(forkFiles()).hasSize(FILES_A_FORK * FORKS).containsAllEntriesOf(before);
        assertThat(manifest().get("forks")).hasSize(FORKS).allMatch(RunJarIT::isOk);
        for (Jdk jdk : JDKS) {
            JsonNode merged = new ObjectMapper()
                    .readTree(out().resolve(jdk.feature() + ".json").toFile());
            assertThat(merged)
                    .singleElement()
                    .satisfies(each -> assertThat(each.get("forks").asInt()).isEqualTo(ROUNDS));
        }
        assertThat(out()).isDirectoryContaining("glob:**/comparison.json").isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void aPropertyNamesTheFolderOfResults() throws Exception {
        Path results = folder.resolve("my results");
        List<String> args = new ArrayList<>(List.of("run", "--rounds", "1", "FanOutBenchmark.socketFloor"));
        args.addAll(Jar.SHORT);
        args.addAll(Jar.FAST_FORKS);
        Jar jar = new Jar(folder);
        process = jar.start(jar.command(Jdk.running(), List.of(Jar.IGNORE_LOCK, "-Dfanout.results=" + results), args));

        assertThat(process.waitFor()).as(output()).isZero();

        Path run = Path.of(Files.readString(folder.resolve("out.txt")).lines().reduce("", (any, line) -> line));
        assertThat(run.getParent()).isEqualTo(results);
        assertThat(run).isDirectoryContaining("glob:**/manifest.json").isDirectoryContaining("glob:**/report.html");
    }

    /** From JDK 24 on; nobody reads it in the middle of a line that is written over. */
    @Test
    void aWarningOfTheJvmComesBeforeTheProgress() throws Exception {
        Jdk newest = JDKS.get(JDKS.size() - 1);
        assumeTrue(newest.feature() >= 24, "a JDK that warns");
        List<String> args = new ArrayList<>(List.of("run", "--rounds", "1", "--no-report", "--out", out().toString()));
        args.addAll(Jar.SHORT);
        args.addAll(Jar.FAST_FORKS);
        args.add("FanOutBenchmark.socketFloor");
        Jar jar = new Jar(folder);
        Path output = folder.resolve("both.txt");
        process = jar.start(jar.command(newest, List.of(jar.ownLock(), "-Dfanout.interactive=true"), args), output);

        assertThat(process.waitFor()).isZero();

        String text = Files.readString(output);
        assertThat(text).startsWith("WARNING: A terminally deprecated method in sun.misc.Unsafe");
        assertThat(text.lastIndexOf("WARNING: ")).isLessThan(text.indexOf("JMH's own output"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void anInterruptedRunEndsItsForksAndSaysHowToGoOn(String signal) throws Exception {
        start(fresh(ENDLESS));
        awaitForks();
        List<ProcessHandle> forks = process.descendants().toList();

        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor()).isEqualTo(signal.equals("INT") ? 130 : 143);
        for (ProcessHandle fork : forks) {
            fork.onExit().get(5, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(folder.resolve("err.txt")))
                .matches("fanout: interrupted; to go on: \\S*java -jar "
                        + Pattern.quote(Jar.FILE + " run --resume " + out()) + System.lineSeparator());
        assertThat(manifest().get("forks")).isEmpty();
        assertThat(out()).isDirectoryNotContaining("glob:**/{comparison,report}.*");
    }

    @Test
    void aForkThatIsKilledCostsOneTryOfItsRound() throws Exception {
        start(fresh("400ms")); // so that none has ended by then
        awaitForks();
        process.descendants().findFirst().orElseThrow().destroyForcibly();

        assertThat(process.waitFor()).as(output()).isZero();

        assertThat(manifest().get("forks"))
                .filteredOn(fork -> fork.get("status").asText().startsWith("failed"))
                .singleElement()
                .asString()
                .contains("exit code 137");
        assertThat(manifest().get("forks")).filteredOn(RunJarIT::isOk).hasSize(FORKS);
    }

    @Test
    void twoRunsCantWriteToOneFolder() throws Exception {
        start(fresh(ENDLESS));
        awaitForks();
        Process first = process;

        start("--resume", out().toString());

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .contains("--resume " + out() + ": another run is writing to it");
        assertThat(first.isAlive()).isTrue();
        process = first;
    }

    private List<String> fresh(String iteration) {
        List<String> args = new ArrayList<>(List.of("--out", out().toString(), "--rounds", String.valueOf(ROUNDS)));
        args.addAll(List.of("-wi", "1", "-w", iteration, "-i", "2", "-r", iteration, "-p", "requests=100"));
        args.addAll(Jar.FAST_FORKS);
        args.add("FanOutBenchmark.semaphoreAsync");
        JDKS.forEach(jdk -> args.addAll(List.of("--jvm", jdk.feature() + "=" + jdk.home())));
        return args;
    }

    private void start(String... args) throws IOException {
        start(List.of(args));
    }

    private void start(List<String> args) throws IOException {
        List<String> run = Stream.concat(Stream.of("run"), args.stream()).toList();
        Jar jar = new Jar(folder);
        process = jar.start(Jar.interruptible(jar.command(Jdk.running(), List.of(Jar.IGNORE_LOCK), run)));
    }

    private void awaitRounds(int rounds) throws Exception {
        while (!Files.exists(out().resolve("manifest.json"))
                || manifest().get("forks").size() < rounds) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(20);
        }
        Thread.sleep(500); // so that no fork of the last round is left
        while (process.descendants().findAny().isEmpty()) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(20);
        }
    }

    /** Waits until all forks are alive and the first one has logged, in its turn, that its concurrency is proven. */
    private void awaitForks() throws Exception {
        Path log = out().resolve("jmh.log");
        while (!Files.exists(log) || !Files.readString(log).contains("# Fanout: ")) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(20);
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("err.txt")) + Files.readString(folder.resolve("out.txt"));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(out().resolve("manifest.json").toFile());
    }

    private static boolean isOk(JsonNode fork) {
        return fork.get("status").asText().equals("ok");
    }

    private Map<String, String> forkFiles() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(out().resolve("forks"))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
