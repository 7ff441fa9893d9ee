package fanout.results;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that runs can be put together. Each error names two runs, and the difference between them.
 *
 * <p>Tested by {@code fanout.cli.MergeRulesTest}.
 */
final class MergeRules {
    private record Place(String label, BenchmarkKey key) {}

    private record Fork(Place place, ForkSamples samples) {}

    private MergeRules() {}

    /** @throws IllegalArgumentException if the runs are not parts of one experiment */
    static void require(List<LoadedResults> runs) {
        runs.forEach(run -> requireSameTurns(runs.get(0), run));
        for (int i = 0; i < runs.size(); i++) {
            for (LoadedResults other : runs.subList(i + 1, runs.size())) {
                requireOtherForks(runs.get(i), other);
            }
        }
        requireSameConditions(runs);
        requireSameSettings(runs);
    }

    /** Mixing runs with and without turns would disable pairing for all forks. */
    private static void requireSameTurns(LoadedResults first, LoadedResults run) {
        if (first.turns() != run.turns()) {
            LoadedResults took = first.turns() ? first : run;
            throw apart(run, first, ": only the forks of " + took.name() + " took turns");
        }
    }

    /** A copy of a run would count its forks twice. The copy may have been made before the run was complete. */
    private static void requireOtherForks(LoadedResults first, LoadedResults run) {
        Set<Fork> forks = forks(first);
        Set<Fork> others = forks(run);
        boolean copy = !others.isEmpty() && forks.containsAll(others) || !forks.isEmpty() && others.containsAll(forks);
        if (copy) {
            throw apart(run, first, ": the forks of one are those of the other");
        }
    }

    private static Set<Fork> forks(LoadedResults run) {
        Set<Fork> forks = new HashSet<>();
        for (ResultSet resultSet : run.resultSets()) {
            resultSet
                    .benchmarks()
                    .forEach((key, measured) -> measured.inRound(null)
                            .primary()
                            .forks()
                            .forEach(samples -> forks.add(new Fork(new Place(resultSet.name(), key), samples))));
        }
        return forks;
    }

    /**
     * A run that was cut short has fewer parameters of a benchmark than another one, which does no harm. But if no run
     * has all of them, the runs were meant to measure different things.
     */
    private static void requireSameConditions(List<LoadedResults> runs) {
        Set<String> benchmarks = runs.stream()
                .flatMap(run -> keys(run).stream())
                .map(BenchmarkKey::benchmark)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String benchmark : benchmarks) {
            LoadedResults widest = runs.stream()
                    .max(Comparator.comparing(run -> keys(run, benchmark).size()))
                    .get();
            Set<BenchmarkKey> all = keys(widest, benchmark);
            for (LoadedResults run : runs) {
                if (!all.containsAll(keys(run, benchmark))) {
                    throw apart(
                            run,
                            widest,
                            ": " + shown(keys(run, benchmark)) + " in the one, " + shown(all) + " in the other");
                }
            }
        }
    }

    private static String shown(Set<BenchmarkKey> keys) {
        return keys.stream().map(BenchmarkKey::toString).collect(Collectors.joining("; "));
    }

    private static void requireSameSettings(List<LoadedResults> runs) {
        Map<Place, LoadedResults> firsts = new HashMap<>();
        for (LoadedResults run : runs) {
            for (ResultSet resultSet : run.resultSets()) {
                resultSet.benchmarks().keySet().forEach(key -> {
                    Place place = new Place(resultSet.name(), key);
                    requireSameSettings(place, firsts.computeIfAbsent(place, unknown -> run), run);
                });
            }
        }
    }

    private static void requireSameSettings(Place place, LoadedResults first, LoadedResults run) {
        try {
            measured(first, place).with(measured(run, place));
        } catch (IllegalArgumentException e) {
            throw apart(run, first, ", which " + e.getMessage());
        }
    }

    private static BenchmarkSamples measured(LoadedResults run, Place place) {
        return run.resultSet(place.label()).orElseThrow().benchmarks().get(place.key());
    }

    /** The benchmarks of which at least one JVM of the run has results. */
    static SortedSet<BenchmarkKey> keys(LoadedResults run) {
        SortedSet<BenchmarkKey> keys = new TreeSet<>();
        run.resultSets().forEach(resultSet -> keys.addAll(resultSet.benchmarks().keySet()));
        return keys;
    }

    private static SortedSet<BenchmarkKey> keys(LoadedResults run, String benchmark) {
        SortedSet<BenchmarkKey> keys = keys(run);
        keys.removeIf(key -> !key.benchmark().equals(benchmark));
        return keys;
    }

    private static IllegalArgumentException apart(LoadedResults run, LoadedResults other, String why) {
        return new IllegalArgumentException(run.name() + ": can't be put together with " + other.name() + why);
    }
}
