package fanout.results;

import fanout.record.BenchmarkParameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The values that results of Fanout's own benchmarks were measured with before a parameter existed. Where some of the
 * results that are read together have a parameter and others of the same class lack it, the others read as if they had
 * its {@link BenchmarkParameter#formerDefault}. Where all lack it, nothing changes, and neither do results of other
 * suites, nor of benchmarks that never had it.
 *
 * @param parameters the names that the results of a class have, by class
 */
public record FormerDefaults(Map<String, Set<String>> parameters) {
    /** The parameters that these results have. */
    public static FormerDefaults among(Collection<ResultSet> resultSets) {
        Map<String, Set<String>> parameters = new HashMap<>();
        resultSets.stream()
                .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                .filter(FanoutNames::isOurs)
                .forEach(key -> parameters
                        .computeIfAbsent(key.type(), type -> new TreeSet<>())
                        .addAll(key.params().keySet()));
        return new FormerDefaults(parameters);
    }

    /** The same sources, with the former defaults that matter among all of them. */
    public static List<LoadedResults> in(List<LoadedResults> sources) {
        FormerDefaults defaults = among(
                sources.stream().flatMap(source -> source.resultSets().stream()).toList());
        return sources.stream()
                .map(source -> source.with(
                        source.resultSets().stream().map(defaults::completed).toList()))
                .toList();
    }

    /**
     * The same results with the parameters that they lack. If the result set has a benchmark with and without a
     * parameter, both keep their names.
     */
    public ResultSet completed(ResultSet resultSet) {
        SortedMap<BenchmarkKey, BenchmarkSamples> all = new TreeMap<>(resultSet.benchmarks());
        resultSet.benchmarks().forEach((key, measured) -> {
            BenchmarkKey completed = completed(key);
            if (!all.containsKey(completed)) {
                all.remove(key);
                all.put(completed, measured.as(completed));
            }
        });
        return resultSet.with(all);
    }

    private BenchmarkKey completed(BenchmarkKey key) {
        SortedMap<String, String> params = new TreeMap<>(key.params());
        Set<String> wanted = parameters.getOrDefault(key.type(), Set.of());
        Stream.of(BenchmarkParameter.values())
                .filter(parameter -> wanted.contains(parameter.toString()))
                .filter(parameter -> parameter != BenchmarkParameter.SETUP || FanoutNames.hasSetup(key))
                .forEach(parameter ->
                        parameter.formerDefault().ifPresent(value -> params.putIfAbsent(parameter.toString(), value)));
        return new BenchmarkKey(key.benchmark(), key.mode(), params, key.threads());
    }
}
