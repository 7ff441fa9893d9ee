package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import fanout.testing.Suite;
import fanout.testing.SuiteRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code run} of the jar with arms that have class paths of their own: what their forks see. */
@Timeout(120)
class ArmsJarIT {
    @TempDir
    static Path suites;

    @TempDir
    Path folder;

    /** One run with a suite of each JMH, untouched: it has its own JMH, Jackson and logger, and nothing of Fanout's. */
    @ParameterizedTest
    @MethodSource("fanout.testing.Jdks#found")
    void aSuiteOfOthersSeesItsOwnLibrariesAlone(Jdk jdk) throws IOException {
        SuiteRun run = new SuiteRun(folder);
        List<String> flags = new ArrayList<>(List.of("ParseBenchmark"));
        for (String jmh : Suite.JMHS) {
            String options = "-cp " + Suite.base(suites, jmh).classPath() + " -Dacme.facts=" + facts(jmh);
            flags.addAll(SuiteRun.arm("jmh-" + jmh, jdk, options));
        }

        run.measure(Jdk.running(), flags);

        for (String jmh : Suite.JMHS) {
            assertThat(SuiteRun.text(facts(jmh)).lines())
                    .containsExactly(
                            "jackson=" + Suite.OLD_JACKSON,
                            "jackson.jar=jackson-databind-" + Suite.OLD_JACKSON + ".jar",
                            "slf4j=org.slf4j.simple.SimpleLoggerFactory",
                            "jmh=" + jmh,
                            "fanout.Main=false",
                            "fanout.benchmark.FanOutBenchmark=false",
                            "io.undertow.Undertow=false",
                            "org.apache.hc.client5.http.classic.HttpClient=false",
                            "org.HdrHistogram.Histogram=false",
                            "picocli.CommandLine=false");
            JsonNode result = run.results("jmh-" + jmh).get(0);
            assertThat(result.get("jmhVersion").asText()).isEqualTo(jmh);
            assertThat(result.get("jdkVersion").asText()).startsWith("" + jdk.feature());
            assertThat(result.get("jvmArgs").toString()).contains("-Xmx64m", "-Dacme.facts=");
            assertThat(result.get("primaryMetric").get("rawData").get(0)).hasSize(2);
        }
        assertThat(run.log().lines().filter(line -> line.contains("INFO com.acme.ParseBenchmark - the suite logs")))
                .hasSize(Suite.JMHS.size());
    }

    private Path facts(String jmh) {
        return folder.resolve("facts-" + jmh);
    }

    /** Fanout's own benchmarks use the libraries that an arm brings. */
    @Test
    void theLibrariesOfAnArmWin() {
        Jdk jdk = Jdk.running();
        SuiteRun run = new SuiteRun(folder);
        List<String> flags = new ArrayList<>(
                List.of("FanOutBenchmark.socketFloor", "-p", "requests=10", "--jvm-args", "-Xlog:class+load"));
        flags.addAll(SuiteRun.arm("old", jdk, "-cp " + Suite.jackson(Suite.OLD_JACKSON)));
        flags.addAll(SuiteRun.arm("own", jdk, ""));

        Shell shell = run.measure(jdk, flags);

        assertThat(loaded(run.log(), "JsonFactory"))
                .hasSize(2)
                .anyMatch(line -> line.contains("jackson-core-" + Suite.OLD_JACKSON + ".jar"))
                .anyMatch(line -> line.contains(Jar.FILE.getFileName().toString()));
        assertThat(loaded(run.log(), "FloorAnswer")).hasSize(2).allMatch(line -> line.contains("benchmarks.jar"));
        assertThat(run.arm("old").get("classPath").toString())
                .contains("com.fasterxml.jackson.core:jackson-databind:" + Suite.OLD_JACKSON);
        assertThat(run.arm("own").get("classPath")).isEmpty();
        assertThat(shell.out()).contains("socketFloor");
    }

    private static List<String> loaded(String log, String type) {
        return log.lines()
                .filter(line -> line.contains("." + type + " source:"))
                .toList();
    }
}
