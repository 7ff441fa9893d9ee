package fanout.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one JVM measured of one benchmark.
 *
 * @param key which benchmark
 * @param settings how it was run
 * @param jvm on what
 * @param forksAsked how many forks there should have been
 * @param primary the score
 * @param secondary the other metrics by name
 */
public record Measured(
        BenchmarkKey key,
        Settings settings,
        Jvm jvm,
        int forksAsked,
        Metric primary,
        SortedMap<String, Metric> secondary) {
    public Measured {
        secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    }

    /** The same samples under another name. */
    public Measured as(BenchmarkKey other) {
        return new Measured(other, settings, jvm, forksAsked, primary, secondary);
    }
}
