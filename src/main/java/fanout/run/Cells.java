package fanout.run;

import fanout.benchmark.NeededJava;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Every benchmark under every combination of its parameters. */
public final class Cells {
    private Cells() {}

    /**
     * The cells of these benchmarks, in order.
     *
     * @param given the parameters of the command line, each with its values; the others have those of the annotation
     */
    public static List<Cell> of(Collection<BenchmarkListEntry> benchmarks, Map<String, List<String>> given) {
        return benchmarks.stream()
                .flatMap(benchmark -> combinations(benchmark, given).stream()
                        .map(params -> new Cell(
                                benchmark.getUsername(),
                                benchmark.getMode().shortLabel(),
                                params,
                                NeededJava.of(benchmark.getUsername()))))
                .sorted()
                .toList();
    }

    private static List<SortedMap<String, String>> combinations(
            BenchmarkListEntry benchmark, Map<String, List<String>> given) {
        List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
        Map<String, String[]> defaults = new TreeMap<>(benchmark.getParams().orElse(Map.of()));
        for (Map.Entry<String, String[]> param : defaults.entrySet()) {
            List<String> values = given.getOrDefault(param.getKey(), List.of(param.getValue()));
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> combination : combinations) {
                for (String value : values) {
                    SortedMap<String, String> one = new TreeMap<>(combination);
                    one.put(param.getKey(), value);
                    more.add(one);
                }
            }
            combinations = more;
        }
        return combinations;
    }
}
