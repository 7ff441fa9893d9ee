package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.CpuPins;
import fanout.run.ForkOrder;
import fanout.run.IterationOptions;
import fanout.run.JmhFlags;
import fanout.run.RunSettings;
import fanout.run.Until;
import fanout.selection.BenchmarkSelector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacedForksTest {
    private static final String TINY = "TinyBenchmark.aWorks"; // has @Fork(1)
    private static final String OURS = "FanOutBenchmark.socketFloor"; // has @Fork(5)

    @Test
    void anotherNumberThanThatOfTheAnnotationIsSaid() {
        assertThat(notes(2, null, TINY))
                .containsExactly(
                        "A round is a fork of each benchmark; it has 2 forks (--rounds), in place of @Fork(1)");
        assertThat(notes(3, null, TINY, OURS)).singleElement().asString().endsWith("in place of @Fork(1), @Fork(5)");
        assertThat(notes(9, Until.DECIDED, TINY))
                .containsExactly("A round is a fork of each benchmark; --until says how many, in place of @Fork(1)");
    }

    @Test
    void nothingIsSaidWhereItIsTheSameOrNobodysWish() {
        assertThat(notes(1, null, TINY)).isEmpty();
        assertThat(notes(5, null, OURS)).isEmpty();
        assertThat(notes(9, Until.DECIDED, OURS)).isEmpty();
    }

    private static List<String> notes(int rounds, Until until, String... benchmarks) {
        RunSettings settings = new RunSettings(
                List.of(benchmarks),
                Map.of(),
                rounds,
                until,
                null,
                ForkOrder.TURNS,
                1,
                false,
                1,
                IterationOptions.OF_THE_BENCHMARK,
                IterationOptions.OF_THE_BENCHMARK,
                "",
                false,
                CpuPins.NONE,
                List.of(),
                JmhFlags.NONE,
                List.of());
        return ReplacedForks.notes(
                settings,
                new BenchmarkSelector()
                        .select(settings.benchmarks(), Map.of(), List.of(), List.of())
                        .benchmarks());
    }
}
