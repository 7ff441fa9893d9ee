package fanout.results;

import java.util.Collections;
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
}
