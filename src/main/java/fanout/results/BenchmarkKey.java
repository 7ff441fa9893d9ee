package fanout.results;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private static final Comparator<BenchmarkKey> ORDER = Comparator.comparing(BenchmarkKey::benchmark)
            .thenComparing(BenchmarkKey::mode)
            .thenComparing(key -> key.params().toString())
            .thenComparing(BenchmarkKey::threads);

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

    @Override
    public int compareTo(BenchmarkKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return benchmark + " " + mode + (params.isEmpty() ? "" : " " + params) + (threads == 1 ? "" : " t=" + threads);
    }
}
