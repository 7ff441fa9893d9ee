package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one parameter as arms, so that they can be compared with each other.
 *
 * <p>Tested by {@code fanout.cli.CompareParameterTest}.
 */
public final class ParameterValues {
    private ParameterValues() {}

    /** How a value is called: {@code delayMillis=10}. */
    public static String name(String parameter, String value) {
        return parameter + "=" + value;
    }

    /**
     * For each benchmark that has the parameter one arm for each value, in the order of values. The benchmarks lack the
     * parameter, so that its values have common keys.
     */
    static Collection<Map<String, ResultSet>> of(ResultSet resultSet, String parameter) {
        SortedMap<BenchmarkKey, Map<String, ResultSet>> benchmarks = new TreeMap<>();
        for (BenchmarkSamples measured : resultSet.benchmarks().values()) {
            String value = measured.key().params().get(parameter);
            if (value != null) {
                BenchmarkKey key = without(measured.key(), parameter);
                ResultSet arm = ResultSet.of(name(parameter, value), null, false, List.of(measured.as(key)))
                        .on(resultSet.machines());
                benchmarks.computeIfAbsent(key, each -> new LinkedHashMap<>()).put(arm.name(), arm);
            }
        }
        return benchmarks.values();
    }

    /**
     * Whether a benchmark is compared with others under this key, which all values of the parameter have in common, and
     * under this name.
     */
    public static boolean isOf(BenchmarkKey key, String parameter, BenchmarkKey common, String name) {
        String value = key.params().get(parameter);
        return value != null
                && name.equals(name(parameter, value))
                && without(key, parameter).equals(common);
    }

    private static BenchmarkKey without(BenchmarkKey key, String parameter) {
        SortedMap<String, String> others = new TreeMap<>(key.params());
        others.remove(parameter);
        return new BenchmarkKey(key.benchmark(), key.mode(), others, key.threads());
    }
}
