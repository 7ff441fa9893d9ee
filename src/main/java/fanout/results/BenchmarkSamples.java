package fanout.results;

import fanout.record.MachineKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All that one JVM measured of one benchmark.
 *
 * @param key which benchmark
 * @param settings how it was run
 * @param jvm on which it ran
 * @param forksAsked how many forks there should have been
 * @param primary the score
 * @param secondary the other metrics by name
 */
public record BenchmarkSamples(
        BenchmarkKey key,
        MeasurementSettings settings,
        Jvm jvm,
        int forksAsked,
        Metric primary,
        SortedMap<String, Metric> secondary) {
    public BenchmarkSamples {
        secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    }

    /** The same samples as those of another benchmark. */
    public BenchmarkSamples as(BenchmarkKey other) {
        return new BenchmarkSamples(other, settings, jvm, forksAsked, primary, secondary);
    }

    /** The same samples, of a run that learned how many iterations they take. */
    BenchmarkSamples learned() {
        return new BenchmarkSamples(key, settings.learned(), jvm, forksAsked, primary, secondary);
    }

    /** The same samples, but measured in this round; null takes their round away. */
    public BenchmarkSamples inRound(Round round) {
        return each(metric -> metric.inRound(round));
    }

    /** The same samples, but measured on this machine. */
    BenchmarkSamples measuredOn(MachineKind machine) {
        return each(metric -> metric.measuredOn(machine));
    }

    private BenchmarkSamples each(UnaryOperator<Metric> change) {
        SortedMap<String, Metric> others = new TreeMap<>(secondary);
        others.replaceAll((name, metric) -> change.apply(metric));
        return new BenchmarkSamples(key, settings, jvm, forksAsked, change.apply(primary), others);
    }

    /**
     * The same samples without forks that are copies of earlier ones. Secondary metrics that have as many forks lose
     * the same ones.
     */
    BenchmarkSamples withoutCopies() {
        int[] kept = primary.firsts();
        int all = primary.forks().size();
        if (kept.length == all) {
            return this;
        }
        SortedMap<String, Metric> others = new TreeMap<>(secondary);
        others.replaceAll((name, metric) -> metric.forks().size() == all ? metric.only(kept) : metric);
        return new BenchmarkSamples(
                key, settings, jvm, Math.max(0, forksAsked - (all - kept.length)), primary.only(kept), others);
    }

    /**
     * These forks and then those of the other, which must be of the same benchmark. The JVM is this one's.
     *
     * @throws IllegalArgumentException if the other was run with other settings, or measured something else
     */
    public BenchmarkSamples with(BenchmarkSamples other) {
        List<String> differences = settings.differences(other.settings);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "has " + key.benchmark() + " with different settings: " + String.join("; ", differences));
        }
        SortedMap<String, Metric> all = new TreeMap<>(secondary);
        other.secondary.forEach((name, metric) -> all.merge(name, metric, Metric::with));
        return new BenchmarkSamples(
                key, settings, jvm, forksAsked + other.forksAsked, primary.with(other.primary), all);
    }
}
