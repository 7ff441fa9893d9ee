package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The methods of benchmark classes as arms, so that they can be compared with each other. */
public final class Methods {
    private Methods() {}

    /** The name of a benchmark's method as a strategy: {@code semaphoreAsync}, {@code yourClient(NAME)}. */
    public static String name(BenchmarkKey key) {
        return isYours(key) ? FanoutNames.YOUR_CLIENT + "(" + key.params().get(FanoutNames.CLIENT) + ")" : key.method();
    }

    private static boolean isYours(BenchmarkKey key) {
        return key.method().equals(FanoutNames.YOUR_CLIENT) && key.params().containsKey(FanoutNames.CLIENT);
    }

    /**
     * For each class one arm for each method. The benchmarks bear the class's name, so that its methods have common
     * keys.
     */
    static Collection<Map<String, ResultSet>> byType(ResultSet resultSet) {
        SortedMap<String, Map<String, ResultSet>> types = new TreeMap<>();
        Map<String, List<BenchmarkSamples>> methods = resultSet.benchmarks().values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().type() + "." + name(each.key()), TreeMap::new, Collectors.toList()));
        methods.values().forEach(results -> {
            BenchmarkKey key = results.get(0).key();
            List<BenchmarkSamples> ofType =
                    results.stream().map(each -> each.as(ofType(each.key()))).toList();
            ResultSet method =
                    ResultSet.of(name(key), null, resultSet.control(), ofType).on(resultSet.hosts());
            types.computeIfAbsent(key.type(), type -> new TreeMap<>()).put(method.name(), method);
        });
        return types.values();
    }

    /** The key that all methods of a class have in common, when they are compared with each other. */
    public static BenchmarkKey ofType(BenchmarkKey key) {
        SortedMap<String, String> conditions = new TreeMap<>(key.params());
        if (isYours(key)) {
            conditions.remove(FanoutNames.CLIENT);
        }
        return new BenchmarkKey(key.type(), key.mode(), conditions, key.threads());
    }
}
