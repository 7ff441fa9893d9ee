package fanout.compare;

import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.Measured;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The methods of benchmark classes, as things to hold against each other. */
public final class Methods {
    /** The method whose parameter says what it measures, which is a name and no condition. */
    private static final String YOUR_CLIENT = "yourClient";

    private static final String CLIENT = "client";

    private Methods() {}

    /** What a benchmark's method is called here: {@code semaphoreAsync}, {@code yourClient(NAME)}. */
    public static String name(BenchmarkKey key) {
        return isYours(key) ? YOUR_CLIENT + "(" + key.params().get(CLIENT) + ")" : key.method();
    }

    private static boolean isYours(BenchmarkKey key) {
        return key.method().equals(YOUR_CLIENT) && key.params().containsKey(CLIENT);
    }

    /** For each class one arm a method, its benchmarks under the name of the class, so that its methods meet. */
    static Collection<Map<String, Arm>> byType(Arm arm) {
        SortedMap<String, Map<String, Arm>> types = new TreeMap<>();
        Map<String, List<Measured>> methods = arm.benchmarks().values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().type() + "." + name(each.key()), TreeMap::new, Collectors.toList()));
        methods.values().forEach(results -> {
            BenchmarkKey key = results.get(0).key();
            List<Measured> ofType =
                    results.stream().map(each -> each.as(ofType(each.key()))).toList();
            Arm method = Arm.of(name(key), null, arm.control(), ofType).on(arm.hosts());
            types.computeIfAbsent(key.type(), type -> new TreeMap<>()).put(method.name(), method);
        });
        return types.values();
    }

    private static BenchmarkKey ofType(BenchmarkKey key) {
        SortedMap<String, String> conditions = new TreeMap<>(key.params());
        if (isYours(key)) {
            conditions.remove(CLIENT);
        }
        return new BenchmarkKey(key.type(), key.mode(), conditions, key.threads());
    }
}
