package fanout.selection;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark under one set of parameters.
 *
 * @param benchmark class and method
 * @param mode JMH's short name: {@code avgt}, {@code ss}
 * @param params one value for each of its {@code @Param}s; empty if it has none
 * @param oldestJava the feature version of the oldest JVM that can run it
 * @param everywhere whether it is on Fanout's own class path, which every arm has; the benchmarks of others may be on
 *     the class path of some arms only
 */
public record Scenario(
        String benchmark, String mode, SortedMap<String, String> params, int oldestJava, boolean everywhere)
        implements Comparable<Scenario> {
    /** By class and parameters first, so that benchmarks that are compared with each other are neighbours. */
    private static final Comparator<Scenario> ORDER = Comparator.comparing(
                    (Scenario scenario) -> type(scenario.benchmark))
            .thenComparing(scenario -> scenario.params().toString())
            .thenComparing(Scenario::benchmark)
            .thenComparing(Scenario::mode);

    public Scenario {
        Objects.requireNonNull(benchmark, "benchmark");
        Objects.requireNonNull(mode, "mode");
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    private static String type(String benchmark) {
        return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    }

    /** The name of the method. */
    public String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /**
     * Why a JVM can't run it, as half a sentence; empty if it can.
     *
     * @param jvm what the sentence calls the JVM
     * @param feature its feature version
     */
    public Optional<String> unmetBy(String jvm, int feature) {
        return Requirements.unmetBy(jvm, feature, oldestJava);
    }

    @Override
    public int compareTo(Scenario other) {
        return ORDER.compare(this, other);
    }
}
