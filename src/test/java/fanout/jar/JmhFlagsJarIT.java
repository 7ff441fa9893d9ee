package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Shell;
import fanout.testing.Suite;
import fanout.testing.SuiteRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JMH's own flags in {@code run} of the jar, for suites of each JMH. */
@Timeout(120)
class JmhFlagsJarIT {
    private static final Jdk JDK = Jdk.running();

    @TempDir
    static Path suites;

    @TempDir
    Path folder;

    @Test
    void whatAProfilerOfJmhMeasuresIsJudged() throws IOException {
        SuiteRun run = new SuiteRun(folder);
        String metric = "gc.alloc.rate.norm";

        run.measure(JDK, arms(Suite.JMHS, "ParseBenchmark", "-prof", "gc"));

        for (String jmh : Suite.JMHS) {
            JsonNode metrics = run.results(jmh).get(0).get("secondaryMetrics");
            assertThat(metrics.findValuesAsText("scoreUnit")).as("JMH %s", jmh).contains("B/op");
        }
        JsonNode comparison = compare(run, metric);
        assertThat(comparison.get("benchmarks").findValuesAsText("metric"))
                .filteredOn(metric::equals)
                .hasSize(2);
        for (JsonNode benchmark : comparison.get("benchmarks")) {
            if (benchmark.get("metric").asText().equals(metric)) {
                // What Jackson allocates for a document does not depend on JMH.
                assertThat(benchmark.get("baselineScore").asDouble()).isBetween(100.0, 10_000.0);
                assertThat(benchmark.get("change").asDouble()).isBetween(-0.2, 0.2);
                assertThat(benchmark.get("verdict").asText()).isNotEmpty();
            }
        }
    }

    private JsonNode compare(SuiteRun run, String metric) throws IOException {
        List<String> words = List.of(
                "compare", "--format", "json", "--metric", metric, run.out().toString());
        Shell compare = Shell.run(folder, Map.of(), new Jar(folder).command(JDK, List.of(), words));
        assertThat(compare.err()).isEmpty();
        return new ObjectMapper().readTree(compare.out());
    }

    @Test
    void modeThreadsTimeoutAndArgumentsAreThoseOfTheFlags() throws IOException {
        SuiteRun run = new SuiteRun(folder);

        List<String> flags = arms(List.of("1.21", "1.37"), "ParseBenchmark", "-bm", "thrpt", "-t", "2", "-to", "7s");
        flags.addAll(List.of("-jvmArgs", "-Xmx96m -Da=\"b c\""));

        run.measure(JDK, flags);

        for (String jmh : List.of("1.21", "1.37")) {
            assertThat(run.results(jmh)).singleElement().satisfies(result -> {
                assertThat(result.get("mode").asText()).isEqualTo("thrpt");
                assertThat(result.get("threads").asInt()).isEqualTo(2);
                assertThat(result.get("jvmArgs").toString())
                        .contains("\"-Xmx96m\",\"-Da=b c\"")
                        .doesNotContain("-Xmx64m");
                assertThat(result.get("primaryMetric").get("scoreUnit").asText())
                        .isEqualTo("ops/us");
            });
        }
        assertThat(run.log().lines().filter(line -> line.contains("# Timeout: 7 s per iteration")))
                .hasSize(2);
    }

    /** The class of its results has another version in JMH 1.21 than in 1.37. */
    @Test
    void whatAProfilerOfTheOldestJmhMeasuresArrives() throws IOException {
        SuiteRun run = new SuiteRun(folder);

        run.measure(JDK, arms(List.of("1.21"), "PrintBenchmark", "-prof", "pauses"));

        assertThat(run.results("1.21").get(0).get("secondaryMetrics").toString())
                .contains("pauses\":{", "pauses.p0.99");
    }

    private static List<String> arms(List<String> jmhs, String... words) throws IOException {
        List<String> flags = new ArrayList<>(List.of(words));
        for (String jmh : jmhs) {
            flags.addAll(SuiteRun.arm(jmh, JDK, "-cp " + Suite.base(suites, jmh).classPath()));
        }
        return flags;
    }
}
