package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics of the jar as a process, in both of its modes, on each JDK found. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class MetricsJarIT {
    private static final List<String> SHORT =
            List.of("-wi", "1", "-w", "100ms", "-i", "2", "-r", "100ms", "-p", "requests=70", "FanOut.*semaphoreAsync");
    private static final String OFF = "-Dfanout.metrics=off";
    private static final Jdk RUNNING = Jdk.running();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void jmhReportsTheMetricsAndKeepsTheHistogramsBesideItsResult(Jdk jdk) throws Exception {
        assertThat(start(jdk, List.of(), "-f", "2", "-p", "delayMillis=1")).isZero();

        Path json = only("results", ".json");
        JsonNode metrics = metrics(json);
        check(metrics, 2);
        assertThat(metrics.at("/delayFloor/score").asDouble()).isEqualTo(2);
        assertThat(metrics.at("/server.connections/score").asDouble()).isEqualTo(40);
        Path log = only("results", ".hlog");
        assertThat(log.toString().replace(".hlog", ".json")).isEqualTo(json.toString());
        Map<String, Histogram> lines = lines(log);
        assertThat(lines).hasSize(2 * 3); // forks, and latency, sojourn and batch
        Histogram both = new Histogram(2);
        lines.forEach((tag, line) -> {
            assertThat(tag)
                    .startsWith("fanout.benchmark.FanOutBenchmark.semaphoreAsync;")
                    .contains(";requests=70;");
            if (tag.endsWith(";metric=latency")) {
                both.add(line);
            }
        });
        checkPercentiles(metrics, both);
        assertThat(output()).contains("closed loop: ", "for its delay alone an op takes 2 ms");
    }

    @Test
    void runMergesTheMetricsOfItsForks() throws Exception {
        List<String> run = new ArrayList<>(List.of("run", "--out", "out", "--rounds", "2"));
        run.addAll(Jar.FAST_FORKS);
        Jdks.found().forEach(jdk -> run.addAll(List.of("--jvm", jdk.feature() + "=" + jdk.home())));

        assertThat(start(RUNNING, List.of(), run.toArray(String[]::new))).isZero();

        for (Jdk jdk : Jdks.found()) {
            merges(String.valueOf(jdk.feature()));
        }
        assertThat(start(RUNNING, List.of(), List.of("compare", "--metric", "latency", "--by", "strategy", "out")))
                .as(output())
                .isNotEqualTo(1);
    }

    private void merges(String label) throws IOException {
        Histogram both = new Histogram(2);
        for (String fork : forks(label)) {
            Path json = folder.resolve("out").resolve(fork);
            Map<String, Histogram> lines = lines(folder.resolve("out").resolve(fork.replace(".json", ".hlog")));
            assertThat(lines).containsOnlyKeys("latency", "sojourn", "batch");
            check(metrics(json), 1);
            checkPercentiles(metrics(json), lines.get("latency"));
            both.add(lines.get("latency"));
        }
        JsonNode merged = metrics(folder.resolve("out").resolve(label + ".json"));
        check(merged, 2);
        checkPercentiles(merged, both);
    }

    /** The files of the forks of one JVM. */
    private List<String> forks(String label) throws IOException {
        List<String> files = new ArrayList<>();
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
        for (JsonNode fork : manifest.get("forks")) {
            if (fork.get("label").asText().equals(label)) {
                files.add(fork.get("file").asText());
            }
        }
        assertThat(files).hasSize(2);
        return files;
    }

    @Test
    void metricsThatAreTurnedOffLeaveNothing() throws Exception {
        assertThat(start(RUNNING, List.of(OFF), "-f", "1")).isZero();
        assertThat(metrics(only("results", ".json"))).isEmpty();

        assertThat(start(RUNNING, List.of(OFF), "run", "--out", "out", "--rounds", "1"))
                .isZero();
        assertThat(metrics(only("out/forks", "0001.json"))).isEmpty();
        assertThat(files(".hlog")).isEmpty();
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains(OFF);
    }

    /** A JVM's own launcher may add the property: so two forks of one run can be compared, with and without metrics. */
    @Test
    void metricsThatAreTurnedOffInAForkAloneLeaveNothing() throws Exception {
        assertThat(start(RUNNING, List.of(), "-f", "1", "-jvmArgsAppend", OFF)).isZero();
        assertThat(metrics(only("results", ".json"))).isEmpty();
        assertThat(files(".hlog")).isEmpty();
    }

    /** {@code -jvmArgs} replaces what a fork would inherit. */
    @Test
    void metricsStayOffWhateverArgumentsAForkGets() throws Exception {
        assertThat(start(RUNNING, List.of(OFF), "-f", "1", "-jvmArgs", "-Xmx1g", "-rf", "json", "-rff", "x.json"))
                .isZero();
        assertThat(metrics(folder.resolve("x.json"))).isEmpty();
        assertThat(files(".hlog")).isEmpty();
    }

    @Test
    void theHistogramLogIsNextToTheFileThatJmhWrites() throws Exception {
        for (int time = 1; time <= 2; time++) {
            assertThat(start(RUNNING, List.of(), "-f", "1", "-rff", "mine.csv")).isZero();
        }
        assertThat(files(".hlog")).containsExactly(folder.resolve("mine.hlog"));
    }

    @Test
    void aMetricsPropertyThatIsNeitherOnNorOffIsReportedInOneLine() throws Exception {
        for (String[] args : new String[][] {{}, {"run", "--out", "out"}}) {
            assertThat(start(RUNNING, List.of("-Dfanout.metrics=no"), args)).isEqualTo(2);
            assertThat(output().lines())
                    .singleElement()
                    .asString()
                    .contains("-Dfanout.metrics is no, must be on or off");
        }
    }

    private static void check(JsonNode metrics, int forks) {
        for (String name : List.of(
                "latency",
                "latency:p0.99",
                "sojourn",
                "batch:p0.99",
                "batch:p1.00",
                "client.cpu",
                "server.cpuShare",
                "server.peakInFlight")) {
            JsonNode metric = metrics.path(name);
            assertThat(metric.path("score").asDouble()).as(name).isPositive();
            assertThat(metric.path("rawData")).as(name).hasSize(forks).allMatch(fork -> fork.size() == 2);
        }
        assertThat(metrics.at("/latency/scoreUnit").asText()).isEqualTo("ms/request");
        assertThat(metrics.at("/client.cpu/scoreUnit").asText()).isEqualTo("us/request");
        assertThat(metrics.at("/server.requests/score").asDouble()).isEqualTo(70);
        assertThat(metrics.at("/sojourn/score").asDouble())
                .isGreaterThan(metrics.at("/latency/score").asDouble());
    }

    private static void checkPercentiles(JsonNode metrics, Histogram expected) {
        for (double rank : new double[] {50, 99, 100}) {
            double millis = expected.getValueAtPercentile(rank) / 1e6;
            assertThat(metrics.at("/latency/scorePercentiles/" + rank).asDouble())
                    .isCloseTo(millis, within(1e-9));
        }
        assertThat(metrics.at("/latency:p0.99/score").asDouble())
                .isCloseTo(expected.getValueAtPercentile(99) / 1e6, within(1e-9));
    }

    private static JsonNode metrics(Path json) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(json.toFile());
        assertThat(entries).hasSize(1);
        return entries.get(0).path("secondaryMetrics");
    }

    private static Map<String, Histogram> lines(Path log) throws IOException {
        Map<String, Histogram> lines = new TreeMap<>();
        try (InputStream in = Files.newInputStream(log)) {
            HistogramLogReader reader = new HistogramLogReader(in);
            while (reader.hasNext()) {
                Histogram line = (Histogram) reader.nextIntervalHistogram();
                lines.put(line.getTag(), line);
            }
        }
        return lines;
    }

    private Path only(String below, String end) throws IOException {
        return files(end).stream()
                .filter(file -> file.startsWith(folder.resolve(below))
                        && !file.toString().endsWith(".turns.json"))
                .reduce((a, b) -> {
                    throw new AssertionError(a + " and " + b);
                })
                .orElseThrow();
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private int start(Jdk jdk, List<String> flags, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(SHORT);
        return start(jdk, flags, all);
    }

    private int start(Jdk jdk, List<String> flags, List<String> args) throws Exception {
        List<String> options = new ArrayList<>(List.of(Jar.IGNORE_LOCK, Jar.ALLOW_UNSAFE));
        options.addAll(flags);
        Jar jar = new Jar(folder);
        Process process = jar.start(jar.command(jdk, options, args), folder.resolve("output.txt"));
        try {
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }
}
