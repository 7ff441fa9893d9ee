package fanout.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.TinyBenchmark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class ScenariosTest {
    @Test
    void everyCombinationOfTheValuesIsAScenario() {
        List<Scenario> scenarios = Scenarios.of(
                found("FanOutBenchmark.semaphoreAsync"),
                Map.of("concurrency", List.of("8", "40"), "delayMillis", List.of("0", "1", "10")),
                Set.of());

        assertThat(scenarios).hasSize(6).allSatisfy(scenario -> {
            assertThat(scenario.method()).isEqualTo("semaphoreAsync");
            assertThat(scenario.mode()).isEqualTo("avgt");
            assertThat(scenario.params()).containsEntry("requests", "1000").containsEntry("server", "embedded");
        });
        assertThat(scenarios)
                .extracting(scenario -> scenario.params().get("concurrency") + " "
                        + scenario.params().get("delayMillis"))
                .containsExactlyInAnyOrder("8 0", "8 1", "8 10", "40 0", "40 1", "40 10");
    }

    /** Benchmarks that are compared with each other are then alive together, even if few forks may be alive at once. */
    @Test
    void benchmarksOfOneConditionAreNeighbours() {
        List<Scenario> scenarios =
                Scenarios.of(found(TinyBenchmark.class.getSimpleName()), Map.of("size", List.of("1", "2")), Set.of());

        assertThat(scenarios)
                .extracting(scenario -> scenario.method() + scenario.params())
                .containsExactly("aWorks{size=1}", "bFails{size=1}", "aWorks{size=2}", "bFails{size=2}");
    }

    @Test
    void eachScenarioKnowsWhichJavaItNeeds() {
        assertThat(Scenarios.of(
                        found("FanOutBenchmark.(socketFloor|virtualThreads)|TinyBenchmark"), Map.of(), Set.of()))
                .extracting(scenario -> scenario.method() + " " + scenario.oldestJava())
                .containsExactly("virtualThreads 21", "socketFloor 17", "aWorks 17", "bFails 17");
    }

    private static Set<BenchmarkListEntry> found(String regex) {
        return BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(
                                new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT),
                        List.of(regex),
                        List.of());
    }
}
