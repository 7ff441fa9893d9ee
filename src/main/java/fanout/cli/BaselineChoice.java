package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Methods;
import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import java.util.List;

/**
 * Chooses the baseline of a comparison, and compares the others with it.
 *
 * @param name of a result set, or of a method where strategies are compared; null for the first result set, or for
 *     {@value FanoutNames#BLOCKING_THREAD_POOL}
 * @param resultSets all result sets
 */
record BaselineChoice(String name, List<ResultSet> resultSets) {
    /**
     * Compares the result sets, or the strategies within each.
     *
     * @throws NothingToCompareException if nothing can be held against the baseline
     * @throws UsageException if nothing has the baseline's name
     */
    Comparison compare(Comparison.By by, Comparisons comparisons) throws UsageException {
        return by == Comparison.By.JVM ? byJvm(comparisons) : byStrategy(comparisons);
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
            List<String> methods = resultSets.stream()
                    .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                    .map(Methods::name)
                    .distinct()
                    .sorted()
                    .toList();
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

    private UsageException unknownBaseline(List<String> known) {
        return new UsageException("--baseline is " + name + ", must be one of " + String.join(", ", known));
    }
}
