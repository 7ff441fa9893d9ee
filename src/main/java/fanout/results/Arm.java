package fanout.results;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One side of a comparison: all that was measured under one name.
 *
 * @param name a JVM's label, a file's name, or a strategy
 * @param host the machine it was measured on; null where the results don't tell
 * @param control whether it is the baseline's JVM a second time, there to show the machine's own noise
 * @param benchmarks by key
 */
public record Arm(String name, String host, boolean control, SortedMap<BenchmarkKey, Measured> benchmarks) {
    public Arm {
        benchmarks = Collections.unmodifiableSortedMap(new TreeMap<>(benchmarks));
    }

    /** The same results under another name. */
    public Arm named(String other) {
        return new Arm(other, host, control, benchmarks);
    }

    /** Gathers results under one name; those of the same benchmark become one, with the forks of all. */
    public static Arm of(String name, String host, boolean control, List<Measured> measured) {
        SortedMap<BenchmarkKey, Measured> benchmarks = new TreeMap<>();
        measured.forEach(each -> benchmarks.merge(each.key(), each, Measured::with));
        return new Arm(name, host, control, benchmarks);
    }
}
