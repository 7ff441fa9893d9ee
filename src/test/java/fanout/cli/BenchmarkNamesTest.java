package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.results.BenchmarkKey;
import fanout.selection.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkNamesTest {
    @Test
    void theMethodIsEnoughWhereNothingElseDiffers() {
        Scenario one = scenario("a.b.Bench.one", "avgt", Map.of("n", "1"));
        Scenario two = scenario("a.b.Bench.two", "avgt", Map.of("n", "1"));

        BenchmarkNames names = BenchmarkNames.ofScenarios(List.of(one, two));

        assertThat(names.of(one)).isEqualTo("one");
        assertThat(names.of(two)).isEqualTo("two");
    }

    @Test
    void whatDiffersIsNamed() {
        Scenario fan = scenario("a.FanOut.floor", "avgt", Map.of("n", "1", "k", "2"));
        Scenario cold = scenario("a.Cold.floor", "ss", Map.of("n", "10", "k", "2"));

        BenchmarkNames names = BenchmarkNames.ofScenarios(List.of(fan, cold));

        assertThat(names.of(fan)).isEqualTo("FanOut.floor n=1");
        assertThat(names.of(cold)).isEqualTo("Cold.floor n=10");
    }

    @Test
    void theModeIsNamedWhereOneBenchmarkHasSeveral() {
        Scenario time = scenario("a.Bench.m", "avgt", Map.of());
        Scenario rate = scenario("a.Bench.m", "thrpt", Map.of());

        assertThat(BenchmarkNames.ofScenarios(List.of(time, rate)).of(rate)).isEqualTo("m thrpt");
    }

    @Test
    void resultsHaveTheSameNames() {
        BenchmarkKey one = new BenchmarkKey("a.Bench.m", "avgt", new TreeMap<>(Map.of("n", "1")), 1);
        BenchmarkKey ten = new BenchmarkKey("a.Bench.m", "avgt", new TreeMap<>(Map.of("n", "10")), 1);

        assertThat(BenchmarkNames.ofKeys(List.of(one, ten)).of(ten)).isEqualTo("m n=10");
    }

    private static Scenario scenario(String benchmark, String mode, Map<String, String> params) {
        return new Scenario(benchmark, mode, new TreeMap<>(params), 17, true);
    }
}
