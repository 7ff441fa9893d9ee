package fanout.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarkKeyTest {
    private static BenchmarkKey key(String value) {
        return new BenchmarkKey("a.Bench.b", "avgt", new TreeMap<>(Map.of("n", value)), 1);
    }

    private static List<String> sorted(String... values) {
        return Stream.of(values)
                .map(BenchmarkKeyTest::key)
                .sorted()
                .map(key -> key.params().get("n"))
                .toList();
    }

    @Test
    void numbersAreInTheOrderOfTheirSize() {
        assertThat(sorted("10000", "100", "2.5", "-1", "20")).containsExactly("-1", "2.5", "20", "100", "10000");
    }

    /** An order in which 2 is before 10, 10 before 1a and 1a before 2 would be none. */
    @Test
    void numbersComeBeforeAllElse() {
        assertThat(sorted("1a", "10", "x", "2")).containsExactly("2", "10", "1a", "x");
    }

    @Test
    void theSameNumberWrittenInTwoWaysIsTwoBenchmarks() {
        assertThat(key("1").compareTo(key("1.0"))).isNotZero();
    }
}
