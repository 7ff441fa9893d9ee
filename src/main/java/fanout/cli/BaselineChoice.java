package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Methods;
import fanout.compare.ParameterValues;
import fanout.results.BenchmarkKey;
import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import fanout.selection.DidYouMean;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the baseline of a comparison, and compares the others with it.
 *
 * @param name of a result set, of a method where strategies are compared, or a value of the parameter that is compared;
 *     null for the first result set, {@value FanoutNames#BLOCKING_THREAD_POOL}, or the first value
 * @param resultSets all result sets
 */
record BaselineChoice(String name, List<ResultSet> resultSets) {
    /**
     * Compares the result sets, or, within each, the strategies or the values of a parameter.
     *
     * @throws NothingToCompareException if nothing can be held against the baseline
     * @throws UsageException if nothing has the baseline's name
     */
    Comparison compare(Comparison.By by, Comparisons comparisons) throws UsageException {
        if (by.isParameter()) {
            return byParameter(by.name(), comparisons);
        }
        return by.isArm() ? byJvm(comparisons) : byStrategy(comparisons);
    }

    /** Each other result set with the chosen one. */
    private Comparison byJvm(Comparisons comparisons) throws UsageException {
        ResultSet first = resultSets.get(0);
        if (name != null) {
            first = resultSets.stream()
                    .filter(resultSet -> resultSet.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownBaseline(
                            resultSets.stream().map(ResultSet::name).toList()));
        }
        if (resultSets.size() < 2) {
            throw new NothingToCompareException("nothing to compare " + first.name()
                    + " with: name a second file or folder, a run of several JVMs, or --by strategy");
        }
        Comparison comparison = comparisons.byJvm(first, candidates(first));
        if (comparison.judgements().isEmpty()) {
            throw new NothingToCompareException(first.name() + " has no benchmark in common with "
                    + String.join(", ", comparison.candidates())
                    + " (name, mode, parameters and threads must be alike)");
        }
        return comparison;
    }

    /**
     * All others. A control is of the first result set's JVM, so it does not show the noise around another baseline.
     */
    private List<ResultSet> candidates(ResultSet baseline) {
        return resultSets.stream()
                .filter(resultSet -> resultSet != baseline)
                .filter(resultSet -> !resultSet.control() || baseline == resultSets.get(0))
                .toList();
    }

    /** Within each result set, each other method of a class with the chosen one. */
    private Comparison byStrategy(Comparisons comparisons) throws UsageException {
        if (name != null) {
            List<String> methods = keys().map(Methods::name).distinct().sorted().toList();
            if (!methods.contains(name)) {
                throw unknownBaseline(methods);
            }
        }
        Comparison comparison =
                comparisons.byStrategy(name == null ? FanoutNames.BLOCKING_THREAD_POOL : name, resultSets);
        if (comparison.judgements().isEmpty()) {
            throw new NothingToCompareException("no class has two methods with the same parameters to compare");
        }
        return comparison;
    }

    /** Within each result set, each other value of a benchmark's parameter with the chosen one. */
    private Comparison byParameter(String parameter, Comparisons comparisons) throws UsageException {
        List<String> values = values(parameter);
        if (values.isEmpty()) {
            List<String> known =
                    Stream.concat(Stream.of("jvm", "strategy"), parameters()).toList();
            throw new UsageException("--by is " + parameter + ", must be one of " + String.join(", ", known)
                    + DidYouMean.question(parameter, known));
        }
        String baseline = name == null || values.contains(name) ? name : ParameterValues.name(parameter, name);
        if (baseline != null && !values.contains(baseline)) {
            throw unknownBaseline(values);
        }
        Comparison comparison = comparisons.byParameter(parameter, baseline, resultSets);
        if (comparison.judgements().isEmpty()) {
            throw new NothingToCompareException("no benchmark has two values of " + parameter + " to compare; there is "
                    + String.join(", ", values));
        }
        return comparison;
    }

    private Stream<String> parameters() {
        return keys().flatMap(key -> key.params().keySet().stream()).distinct().sorted();
    }

    /** With the parameter's name before each, in the order of values. */
    private List<String> values(String parameter) {
        return keys().filter(key -> key.params().containsKey(parameter))
                .sorted()
                .map(key -> ParameterValues.name(parameter, key.params().get(parameter)))
                .distinct()
                .toList();
    }

    private Stream<BenchmarkKey> keys() {
        return resultSets.stream().flatMap(resultSet -> resultSet.benchmarks().keySet().stream());
    }

    private UsageException unknownBaseline(List<String> known) {
        return new UsageException("--baseline is " + name + ", must be one of " + String.join(", ", known));
    }
}
