package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import fanout.testing.Suite;
import fanout.testing.SuiteRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} of the jar with arms that have class paths of their own: what their forks see. */
@Timeout(120)
class ArmsJarIT {
    @TempDir
    static Path suites;

    @TempDir
    Path folder;

    /** A suite that is built with this JMH, on this JDK. */
    private record Combination(String jmh, Jdk jdk) {
        String label() {
            return "jmh-" + jmh + "-on-" + jdk.feature();
        }
    }

    /** Every JMH on the youngest JDK, and the oldest JMH on the other JDKs. */
    private static List<Combination> combinations() {
        List<Jdk> jdks = Jdks.found();
        Jdk youngest = jdks.get(jdks.size() - 1);
        return Stream.concat(
                        Suite.JMHS.stream().map(jmh -> new Combination(jmh, youngest)),
                        jdks.stream()
                                .filter(jdk -> !jdk.equals(youngest))
                                .map(jdk -> new Combination(Suite.JMHS.get(0), jdk)))
                .toList();
    }

    /** The suites are untouched: each has its own JMH, Jackson and logger, and nothing of Fanout's. */
    @Test
    void aSuiteOfOthersSeesItsOwnLibrariesAlone() throws IOException {
        SuiteRun run = new SuiteRun(folder);
        List<String> flags = new ArrayList<>(List.of("ParseBenchmark"));
        for (Combination each : combinations()) {
            String options = "-cp " + Suite.base(suites, each.jmh()).classPath() + " -Dacme.facts=" + facts(each);
            flags.addAll(SuiteRun.arm(each.label(), each.jdk(), options));
        }

        run.measure(Jdk.running(), flags);

        combinations().forEach(each -> seesItsOwnLibrariesAlone(run, each));
        assertThat(run.log().lines().filter(line -> line.contains("INFO com.acme.ParseBenchmark - the suite logs")))
                .hasSize(combinations().size());
    }

    private void seesItsOwnLibrariesAlone(SuiteRun run, Combination arm) {
        assertThat(SuiteRun.text(facts(arm)).lines())
                .containsExactly(
                        "jackson=" + Suite.OLD_JACKSON,
                        "jackson.jar=jackson-databind-" + Suite.OLD_JACKSON + ".jar",
                        "slf4j=org.slf4j.simple.SimpleLoggerFactory",
                        "jmh=" + arm.jmh(),
                        "fanout.Main=false",
                        "fanout.benchmark.FanOutBenchmark=false",
                        "io.undertow.Undertow=false",
                        "org.apache.hc.client5.http.classic.HttpClient=false",
                        "org.HdrHistogram.Histogram=false",
                        "picocli.CommandLine=false");
        JsonNode result = run.results(arm.label()).get(0);
        assertThat(result.get("jmhVersion").asText()).isEqualTo(arm.jmh());
        assertThat(result.get("jdkVersion").asText()).startsWith("" + arm.jdk().feature());
        assertThat(result.get("jvmArgs").toString()).contains("-Xmx64m", "-Dacme.facts=");
        assertThat(result.get("primaryMetric").get("rawData").get(0)).hasSize(2);
    }

    private Path facts(Combination arm) {
        return folder.resolve("facts-" + arm.label());
    }

    /** Fanout's own benchmarks use the libraries that an arm brings. */
    @Test
    void theLibrariesOfAnArmWin() {
        Jdk jdk = Jdk.running();
        SuiteRun run = new SuiteRun(folder);
        String options = String.join(" ", Jar.FAST_START) + " -Xlog:class+load";
        List<String> flags =
                new ArrayList<>(List.of("FanOutBenchmark.socketFloor", "-p", "requests=10", "--jvm-args", options));
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
