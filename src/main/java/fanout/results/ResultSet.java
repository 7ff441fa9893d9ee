package fanout.results;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One side of a comparison: all that was measured under one name.
 *
 * @param name a JVM's label, a file's name, or a strategy
 * @param hosts the machines it was measured on; empty where the results don't say
 * @param control whether it is the baseline's JVM a second time, which shows the noise of the machine
 * @param arm what its forks were started with; null where the results don't say
 * @param benchmarks by key
 */
public record ResultSet(
        String name,
        SortedSet<String> hosts,
        boolean control,
        RecordedArm arm,
        SortedMap<BenchmarkKey, BenchmarkSamples> benchmarks) {
    public ResultSet {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        benchmarks = Collections.unmodifiableSortedMap(new TreeMap<>(benchmarks));
    }

    /** The same results under another name. */
    public ResultSet named(String other) {
        return new ResultSet(other, hosts, control, arm, benchmarks);
    }

    /** The same results with these machines as their hosts. */
    public ResultSet on(SortedSet<String> others) {
        return new ResultSet(name, others, control, arm, benchmarks);
    }

    /** The same results of forks that were started with this. */
    ResultSet startedWith(RecordedArm recorded) {
        return new ResultSet(name, hosts, control, recorded, benchmarks);
    }

    /** The same results with other benchmarks. */
    ResultSet with(SortedMap<BenchmarkKey, BenchmarkSamples> others) {
        return new ResultSet(name, hosts, control, arm, others);
    }

    /** The same results, with each fork only once, though it may be there several times. */
    public ResultSet withoutCopies() {
        SortedMap<BenchmarkKey, BenchmarkSamples> once = new TreeMap<>(benchmarks);
        once.replaceAll((key, measured) -> measured.withoutCopies());
        return with(once);
    }

    /**
     * The results of both result sets, under the name of this one. The arm is this one's.
     *
     * @throws IllegalArgumentException if a benchmark that both have was run with different settings
     */
    public ResultSet with(ResultSet other) {
        SortedSet<String> both = new TreeSet<>(hosts);
        both.addAll(other.hosts);
        SortedMap<BenchmarkKey, BenchmarkSamples> all = new TreeMap<>(benchmarks);
        other.benchmarks.forEach((key, measured) -> all.merge(key, measured, BenchmarkSamples::with));
        return new ResultSet(name, both, control, arm, all);
    }

    /**
     * Gathers results under one name. Results of the same benchmark become one, with the forks of all.
     *
     * @param host null or empty where the results don't say
     * @throws IllegalArgumentException if one benchmark was run with different settings
     */
    public static ResultSet of(String name, String host, boolean control, List<BenchmarkSamples> measured) {
        SortedMap<BenchmarkKey, BenchmarkSamples> benchmarks = new TreeMap<>();
        measured.forEach(each -> benchmarks.merge(each.key(), each, BenchmarkSamples::with));
        Set<String> hosts = host == null || host.isEmpty() ? Set.of() : Set.of(host);
        return new ResultSet(name, new TreeSet<>(hosts), control, null, benchmarks);
    }
}
