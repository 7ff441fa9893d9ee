package fanout.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * What the options of a command line select: the benchmarks, the scenarios that can be measured, and what is skipped.
 * Whether a JVM is too old for a benchmark is checked later, for each JVM.
 */
public final class Selection {
    private final Set<BenchmarkListEntry> benchmarks;
    private final Set<String> everywhere;
    private final Map<String, List<String>> params;
    private final Requirements requirements;

    /**
     * @param benchmarks all that match, in JMH's order
     * @param everywhere the names of those that are on Fanout's own class path
     * @param params those that were given, by name; registered clients have their own names, not {@code all}
     */
    Selection(
            Set<BenchmarkListEntry> benchmarks,
            Set<String> everywhere,
            Map<String, List<String>> params,
            Requirements requirements) {
        this.benchmarks = Collections.unmodifiableSet(new LinkedHashSet<>(benchmarks));
        this.everywhere = Set.copyOf(everywhere);
        this.params = Collections.unmodifiableMap(new TreeMap<>(params));
        this.requirements = requirements;
    }

    /** All benchmarks that match, those that are skipped included, in JMH's order; never empty. */
    public Set<BenchmarkListEntry> benchmarks() {
        return benchmarks;
    }

    /**
     * The parameters that were given, by name, each with its values. The parameter {@code client} is always among them
     * if a benchmark has it and a client is registered: with the names that {@code all} stands for.
     */
    public Map<String, List<String>> params() {
        return params;
    }

    /** Each benchmark under each combination of the parameters' values that it can be measured with, in order. */
    public List<Scenario> scenarios() {
        return all().stream().filter(scenario -> unmet(scenario).isEmpty()).toList();
    }

    /** The benchmarks of which a scenario can't be measured, once for each reason. */
    public List<SkippedBenchmark> skipped() {
        Map<String, SkippedBenchmark> byLine = new TreeMap<>();
        for (Scenario scenario : all()) {
            unmet(scenario)
                    .map(reason -> new SkippedBenchmark(scenario.benchmark(), reason))
                    .ifPresent(skipped -> byLine.putIfAbsent(skipped.toString(), skipped));
        }
        return new ArrayList<>(byLine.values());
    }

    private List<Scenario> all() {
        return Scenarios.of(benchmarks, params, everywhere);
    }

    private Optional<String> unmet(Scenario scenario) {
        Map<String, List<String>> values = scenario.params().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, param -> List.of(param.getValue())));
        return requirements.unmet(scenario.benchmark(), values);
    }

    /**
     * The benchmarks that JMH must skip, in its order: it measures a benchmark with all of the parameters' values, or
     * not at all.
     *
     * @param jvm what messages call the JVM that measures
     * @param feature its feature version
     */
    public List<SkippedBenchmark> skippedByJmh(String jvm, int feature) {
        return benchmarks.stream()
                .flatMap(
                        benchmark -> unmet(benchmark, jvm, feature)
                                .map(reason -> new SkippedBenchmark(benchmark.getUsername(), reason))
                                .stream())
                .toList();
    }

    private Optional<String> unmet(BenchmarkListEntry benchmark, String jvm, int feature) {
        String name = benchmark.getUsername();
        return Requirements.unmetBy(jvm, feature, Requirements.oldestJava(name))
                .or(() -> requirements.unmet(name, Scenarios.values(benchmark, params)));
    }
}
