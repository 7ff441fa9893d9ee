package fanout.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Makes the scenarios: every benchmark under every combination of its parameters. */
final class Scenarios {
    private Scenarios() {}

    /**
     * The scenarios of these benchmarks, in order.
     *
     * @param given the parameters of the command line, each with its values; the others have those of the annotation
     * @param everywhere the names of the benchmarks that are on Fanout's own class path
     */
    static List<Scenario> of(
            Collection<BenchmarkListEntry> benchmarks, Map<String, List<String>> given, Set<String> everywhere) {
        return benchmarks.stream()
                .flatMap(benchmark -> combinations(values(benchmark, given)).stream()
                        .map(params -> new Scenario(
                                benchmark.getUsername(),
                                benchmark.getMode().shortLabel(),
                                params,
                                Requirements.oldestJava(benchmark.getUsername()),
                                everywhere.contains(benchmark.getUsername()))))
                .distinct()
                .sorted()
                .toList();
    }

    /** The values that each parameter of a benchmark takes. */
    static SortedMap<String, List<String>> values(BenchmarkListEntry benchmark, Map<String, List<String>> given) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        benchmark
                .getParams()
                .orElse(Map.of())
                .forEach((param, defaults) -> values.put(param, given.getOrDefault(param, List.of(defaults))));
        return values;
    }

    private static List<SortedMap<String, String>> combinations(SortedMap<String, List<String>> values) {
        List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
        for (Map.Entry<String, List<String>> param : values.entrySet()) {
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> combination : combinations) {
                for (String value : param.getValue()) {
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
