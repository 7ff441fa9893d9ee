package fanout.results;

import fanout.record.Host;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One side of a comparison: all that was measured under one name.
 *
 * @param name a JVM's label, a file's name, or a strategy
 * @param machines those it was measured on, in the order of their names; empty where the results don't say
 * @param control whether it is the baseline's JVM a second time, which shows the noise of the machine
 * @param arm what its forks were started with; null where the results don't say
 * @param benchmarks by key
 */
public record ResultSet(
        String name,
        List<Host> machines,
        boolean control,
        RecordedArm arm,
        SortedMap<BenchmarkKey, BenchmarkSamples> benchmarks) {
    /** All that is known counts: machines that differ may have one name. */
    public static final Comparator<Host> BY_NAME =
            Comparator.comparing(Host::name).thenComparing(Host::toString);

    public ResultSet {
        machines = machines.stream().distinct().sorted(BY_NAME).toList();
        benchmarks = Collections.unmodifiableSortedMap(new TreeMap<>(benchmarks));
    }

    /** The names of its machines. */
    public SortedSet<String> hosts() {
        return machines.stream().map(Host::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same results under another name. */
    public ResultSet named(String other) {
        return new ResultSet(other, machines, control, arm, benchmarks);
    }

    /** The same results, measured on these machines. */
    public ResultSet on(List<Host> others) {
        return new ResultSet(name, others, control, arm, benchmarks);
    }

    /** The same results of forks that were started with this. */
    ResultSet startedWith(RecordedArm recorded) {
        return new ResultSet(name, machines, control, recorded, benchmarks);
    }

    /** The same results with other benchmarks. */
    ResultSet with(SortedMap<BenchmarkKey, BenchmarkSamples> others) {
        return new ResultSet(name, machines, control, arm, others);
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
        List<Host> both =
                Stream.concat(machines.stream(), other.machines.stream()).toList();
        SortedMap<BenchmarkKey, BenchmarkSamples> all = new TreeMap<>(benchmarks);
        other.benchmarks.forEach((key, measured) -> all.merge(key, measured, BenchmarkSamples::with));
        return new ResultSet(name, both, control, arm, all);
    }

    /**
     * Gathers results under one name. Results of the same benchmark become one, with the forks of all.
     *
     * @param host null, or without a name, where the results don't say
     * @throws IllegalArgumentException if one benchmark was run with different settings
     */
    public static ResultSet of(String name, Host host, boolean control, List<BenchmarkSamples> measured) {
        SortedMap<BenchmarkKey, BenchmarkSamples> benchmarks = new TreeMap<>();
        measured.forEach(each -> benchmarks.merge(each.key(), each, BenchmarkSamples::with));
        List<Host> machines = host == null || host.name().isEmpty() ? List.of() : List.of(host);
        return new ResultSet(name, machines, control, null, benchmarks);
    }
}
