package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of benchmark classes as arms, so that they can be compared with each other. */
public final class Methods {
    private static final SortedSet<String> NO_SETUPS = new TreeSet<>();

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
     * keys. A method whose client has nothing to set up is compared with each setup of the others.
     */
    static Collection<Map<String, ResultSet>> byType(ResultSet resultSet) {
        SortedMap<String, Map<String, ResultSet>> types = new TreeMap<>();
        Map<String, List<BenchmarkSamples>> methods = resultSet.benchmarks().values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().type() + "." + name(each.key()), TreeMap::new, Collectors.toList()));
        SortedMap<String, SortedSet<String>> setups = setups(resultSet);
        methods.values().forEach(results -> {
            BenchmarkKey key = results.get(0).key();
            List<BenchmarkSamples> ofType = results.stream()
                    .flatMap(each -> keys(each.key(), setups.getOrDefault(key.type(), NO_SETUPS))
                            .map(each::as))
                    .toList();
            ResultSet method =
                    ResultSet.of(name(key), null, resultSet.control(), ofType).on(resultSet.machines());
            types.computeIfAbsent(key.type(), type -> new TreeMap<>()).put(method.name(), method);
        });
        return types.values();
    }

    /** The setups that the methods of each class were measured with. */
    private static SortedMap<String, SortedSet<String>> setups(ResultSet resultSet) {
        SortedMap<String, SortedSet<String>> setups = new TreeMap<>();
        resultSet.benchmarks().keySet().stream()
                .filter(Methods::hasSetup)
                .forEach(key -> setups.computeIfAbsent(key.type(), type -> new TreeSet<>())
                        .add(key.params().get(FanoutNames.SETUP)));
        return setups;
    }

    private static boolean hasSetup(BenchmarkKey key) {
        return FanoutNames.isOurs(key) && key.params().containsKey(FanoutNames.SETUP);
    }

    private static Stream<BenchmarkKey> keys(BenchmarkKey key, SortedSet<String> setups) {
        BenchmarkKey ofType = ofType(key);
        return setups.isEmpty() || hasSetup(key)
                ? Stream.of(ofType)
                : setups.stream().map(setup -> withSetup(ofType, setup));
    }

    private static BenchmarkKey withSetup(BenchmarkKey key, String setup) {
        SortedMap<String, String> params = new TreeMap<>(key.params());
        params.put(FanoutNames.SETUP, setup);
        return new BenchmarkKey(key.benchmark(), key.mode(), params, key.threads());
    }

    /**
     * Whether a benchmark is compared with others under this key, which all methods of its class have in common.
     *
     * @param type what {@link #ofType} makes of one of the methods
     */
    public static boolean isOf(BenchmarkKey key, BenchmarkKey type) {
        BenchmarkKey ofType = ofType(key);
        return ofType.equals(type)
                || hasSetup(type)
                        && !hasSetup(ofType)
                        && withSetup(ofType, type.params().get(FanoutNames.SETUP))
                                .equals(type);
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
