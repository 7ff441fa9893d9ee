package fanout.results;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What makes two results the same benchmark.
 *
 * @param benchmark class and method
 * @param mode JMH's short name: {@code thrpt}, {@code avgt}, {@code sample}, {@code ss}
 * @param params the values of its {@code @Param}s, by name; empty if it has none
 * @param threads how many threads ran it
 */
public record BenchmarkKey(String benchmark, String mode, SortedMap<String, String> params, int threads)
        implements Comparable<BenchmarkKey> {
    /** The order of parameters: by names, and then by values, the numbers among them by size. */
    public static final Comparator<SortedMap<String, String>> BY_PARAMS =
            Comparator.<SortedMap<String, String>, String>comparing(
                            params -> params.keySet().toString())
                    .thenComparing(BenchmarkKey::compareValues)
                    .thenComparing(Object::toString);

    private static final Comparator<BenchmarkKey> ORDER = Comparator.comparing(BenchmarkKey::benchmark)
            .thenComparing(BenchmarkKey::mode)
            .thenComparing(BenchmarkKey::params, BY_PARAMS)
            .thenComparing(BenchmarkKey::threads);

    /** Short enough to be read fast, whatever a file holds. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    public BenchmarkKey {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** The class of the benchmark, or an empty name if it has none. */
    public String type() {
        int dot = benchmark.lastIndexOf('.');
        return dot < 0 ? "" : benchmark.substring(0, dot);
    }

    /** The method of the benchmark. */
    public String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /** Of the same parameters; the first value that differs decides. */
    private static int compareValues(SortedMap<String, String> one, SortedMap<String, String> other) {
        for (Map.Entry<String, String> param : one.entrySet()) {
            int order = compareValues(param.getValue(), other.get(param.getKey()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Numbers come before all else. */
    private static int compareValues(String one, String other) {
        boolean isNumber = NUMBER.matcher(one).matches();
        if (isNumber != NUMBER.matcher(other).matches()) {
            return isNumber ? -1 : 1;
        }
        return isNumber ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }

    @Override
    public int compareTo(BenchmarkKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return benchmark + " " + mode + (params.isEmpty() ? "" : " " + params) + (threads == 1 ? "" : " t=" + threads);
    }
}
