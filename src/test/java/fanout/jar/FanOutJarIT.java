package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.client.Strategy;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.ScriptedServer;
import fanout.testing.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmarks as their users meet them: the jar in a process of its own, on each JDK found. */
@Timeout(300)
class FanOutJarIT {
    private static final List<String> METHODS = Stream.concat(
                    Stream.of(Strategy.values()).map(Strategy::toString), Stream.of("yourClient"))
            .toList();
    private static final List<String> SHORT =
            List.of("-f", "1", "-wi", "1", "-w", "100ms", "-i", "2", "-r", "100ms", "-p", "requests=100");
    private static final Jdk RUNNING = Jdk.running();

    /** One run of all benchmarks a JDK, for the tests of what is written and of what is printed. */
    @TempDir
    static Path ofAll;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("output.txt");
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void theJarListsTheBenchmarks(Jdk jdk) throws Exception {
        assertThat(run(jdk, List.of("-l"))).isZero();
        assertThat(Files.readAllLines(log))
                .startsWith("Benchmarks: ")
                .containsAll(named("FanOutBenchmark", METHODS.stream()))
                .containsAll(named("ColdBatchBenchmark", METHODS.stream()))
                .hasSize(1 + 2 * METHODS.size());
    }

    private static List<String> named(String type, Stream<String> methods) {
        return methods.map(method -> "fanout.benchmark." + type + "." + method).toList();
    }

    /** What a JVM can measure without a registered client, in JMH's order. */
    private static Stream<String> methods(Jdk jdk) {
        return Strategies.on(jdk.feature()).map(Strategy::toString).sorted();
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void everyBenchmarkIsMeasuredAndWrittenAsJson(Jdk jdk) throws Exception {
        measureAll(jdk);

        List<Path> results = results();
        assertThat(results).hasSize(1);
        assertThat(results.get(0).getFileName().toString()).matches("\\d{8}-\\d{6}-jdk" + jdk.feature() + "\\.json");
        JsonNode json = new ObjectMapper().readTree(results.get(0).toFile());
        assertThat(json.findValuesAsText("benchmark")).isEqualTo(named("FanOutBenchmark", methods(jdk)));
        for (JsonNode benchmark : json) {
            Map<String, String> params =
                    Strategies.parameters(benchmark.path("benchmark").asText());
            params.put("requests", "100"); // as SHORT says
            assertThat(benchmark.path("mode").asText()).isEqualTo("avgt");
            assertThat(benchmark.path("params").toString()).isEqualTo(new ObjectMapper().writeValueAsString(params));
            assertThat(benchmark.at("/primaryMetric/scoreUnit").asText()).isEqualTo("ms/op");
            assertThat(benchmark.at("/primaryMetric/score").asDouble()).isPositive();
            assertThat(benchmark.at("/primaryMetric/rawData/0")).hasSize(2);
        }
    }

    /** What JMH prints is read by people and scripts: nothing but our own marked lines may come between. */
    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void nothingButJmhsOwnLinesIsPrinted(Jdk jdk) throws Exception {
        measureAll(jdk);

        String output = Files.readString(log);
        Strategies.on(jdk.feature()).forEach(strategy -> assertThat(output).containsPattern(provenLine(strategy)));
        assertThat(output).doesNotContain("\nWARNING: ").doesNotContain("XNIO", "undertow", "SLF4J", "INFO", "jboss");
    }

    /** The line of the proof. A strategy that retries may count a connection that it has lost, too. */
    private static String provenLine(Strategy strategy) {
        int connections = strategy.connections(40);
        return "\n# Fanout: " + strategy + ": exactly 40 requests in flight over "
                + (strategy.retries() ? "\\d+" : connections) + " connection"
                + (connections == 1 ? "" : "s") + ";";
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void aWrongAnswerEndsTheRunWithAnError(Jdk jdk) throws Exception {
        AtomicInteger answers = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((id, connection) -> {
            boolean late = answers.incrementAndGet() > 150; // well after the probe and the first batch
            connection.user(late && id == 17 ? 18 : id);
        })) {
            List<String> args = new ArrayList<>(SHORT);
            args.addAll(List.of("semaphoreAsync", "-p", "server=" + server.uri()));
            assertThat(run(jdk, args)).isEqualTo(1);
        }
        assertThat(Files.readString(log)).contains("GET /user/17: the answer is for id 18");
        assertThat(results()).isEmpty();
    }

    @Test
    void twoRunsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        List<String> args = new ArrayList<>(SHORT);
        args.add("blockingThreadPool");
        Process first = start(List.of(), RUNNING, args, folder.resolve("first.txt"));
        Process second = start(List.of(), RUNNING, args, folder.resolve("second.txt"));
        assertThat(end(first)).as(Files.readString(folder.resolve("first.txt"))).isZero();
        assertThat(end(second))
                .as(Files.readString(folder.resolve("second.txt")))
                .isZero();
        assertThat(results()).hasSize(2);
    }

    @Test
    void anAbsentServerIsReportedInOneLine() throws Exception {
        assertThat(run(RUNNING, List.of("-p", "server=http://127.0.0.1:1"))).isEqualTo(2);
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains("GET http://127.0.0.1:1/user/7 must answer {\"id\":7}, but: ");
    }

    /** In a network namespace with no way out, so that even a mistake here would send nothing to another machine. */
    @Test
    void anotherMachineIsRefusedUnlessItIsAllowed() throws Exception {
        List<String> isolated = List.of("unshare", "--user", "--map-root-user", "--net");
        assumeTrue(canRun(isolated), "unshare can't make a network namespace here");

        List<String> args = List.of("-p", "server=http://192.0.2.1:80");
        assertThat(end(start(isolated, RUNNING, args, log))).isEqualTo(2);
        assertThat(Files.readString(log)).contains("not loopback", "-Dfanout.allowRemote=true");

        List<String> meant = new ArrayList<>(isolated);
        meant.addAll(List.of("env", "JDK_JAVA_OPTIONS=-Dfanout.allowRemote=true"));
        assertThat(end(start(meant, RUNNING, args, log))).isEqualTo(2);
        assertThat(Files.readString(log)).contains("GET http://192.0.2.1:80/user/7 must answer");
    }

    private static boolean canRun(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void measureAll(Jdk jdk) throws Exception {
        folder = ofAll.resolve(String.valueOf(jdk.feature()));
        nameTheLog();
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            assertThat(run(jdk, shortly("FanOutBenchmark")))
                    .as(Files.readString(log))
                    .isZero();
        }
    }

    private static List<String> shortly(String... args) {
        return Stream.concat(SHORT.stream(), Stream.of(args)).toList();
    }

    private int run(Jdk jdk, List<String> args) throws Exception {
        return end(start(List.of(), jdk, args, log));
    }

    private Process start(List<String> prefix, Jdk jdk, List<String> args, Path output) throws IOException {
        Jar jar = new Jar(folder);
        List<String> command = new ArrayList<>(prefix);
        command.addAll(jar.command(jdk, List.of(Jar.IGNORE_LOCK, Jar.ALLOW_UNSAFE), args));
        return jar.start(command, output);
    }

    private static int end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<Path> results() throws IOException {
        Path results = folder.resolve("results");
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
