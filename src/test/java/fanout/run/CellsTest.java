package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.TinyBenchmark;
import fanout.testing.YoungBenchmark;
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

class CellsTest {
    @Test
    void everyCombinationOfTheValuesIsAScenario() {
        List<Cell> cells = Cells.of(
                found("FanOutBenchmark.semaphoreAsync"),
                Map.of("concurrency", List.of("8", "40"), "delayMillis", List.of("0", "1", "10")));

        assertThat(cells).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.method()).isEqualTo("semaphoreAsync");
            assertThat(cell.mode()).isEqualTo("avgt");
            assertThat(cell.params()).containsEntry("requests", "1000").containsEntry("server", "embedded");
        });
        assertThat(cells)
                .extracting(cell ->
                        cell.params().get("concurrency") + " " + cell.params().get("delayMillis"))
                .containsExactlyInAnyOrder("8 0", "8 1", "8 10", "40 0", "40 1", "40 10");
    }

    /** So that those which are compared are alive together, however few may be. */
    @Test
    void benchmarksOfOneConditionAreNeighbours() {
        List<Cell> cells = Cells.of(found(TinyBenchmark.class.getSimpleName()), Map.of("size", List.of("1", "2")));

        assertThat(cells)
                .extracting(cell -> cell.method() + cell.params())
                .containsExactly("aWorks{size=1}", "bFails{size=1}", "aWorks{size=2}", "bFails{size=2}");
    }

    @Test
    void eachScenarioKnowsWhichJavaItNeeds() {
        assertThat(Cells.of(found(YoungBenchmark.class.getSimpleName()), Map.of()))
                .extracting(cell -> cell.method() + " " + cell.oldestJava())
                .containsExactly("forAll 17", "forTheYoung 18");
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
