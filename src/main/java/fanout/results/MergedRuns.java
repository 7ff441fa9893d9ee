package fanout.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts runs together that each measured some rounds of one experiment, on several machines or one after the other.
 *
 * <p>Tested by {@code fanout.cli.MergedRunsTest} and {@code fanout.cli.MergeRulesTest}.
 */
public final class MergedRuns {
    private MergedRuns() {}

    /**
     * Whether these are several runs of the same JVMs and the same jar. Runs of two builds are compared with each other
     * instead.
     *
     * @param fewest how many JVMs each must have, not counting a control
     */
    public static boolean are(List<LoadedResults> sources, int fewest) {
        return sources.size() > 1
                && sources.stream().allMatch(source -> jvms(source) >= fewest)
                && ofOneJar(sources)
                && sources.stream()
                                .map(source -> Set.copyOf(source.jvms()))
                                .distinct()
                                .count()
                        == 1;
    }

    private static boolean ofOneJar(List<LoadedResults> sources) {
        return sources.stream()
                        .map(LoadedResults::jar)
                        .filter(jar -> !jar.isEmpty())
                        .distinct()
                        .count()
                <= 1;
    }

    private static long jvms(LoadedResults source) {
        return source.jvms().stream().filter(jvm -> !jvm.control()).count();
    }

    /**
     * Why several runs of several JVMs are not put together; empty if they are, or if there are none to put together.
     * It may be a mistake of the caller.
     */
    public static Optional<String> whyApart(List<LoadedResults> sources) {
        boolean alone = sources.size() < 2 || sources.stream().anyMatch(source -> jvms(source) < 2);
        if (alone || are(sources, 2)) {
            return Optional.empty();
        }
        return Optional.of(
                !ofOneJar(sources)
                        ? "not put together, since they are of different builds of the benchmarks"
                        : "not put together, since the JVMs differ: "
                                + sources.stream().map(MergedRuns::shown).collect(Collectors.joining("; ")));
    }

    private static String shown(LoadedResults source) {
        return source.name() + " has "
                + source.jvms().stream()
                        .map(jvm -> jvm.label() + (jvm.control() ? " (control)" : ""))
                        .collect(Collectors.joining(", "));
    }

    /**
     * Puts all forks of each JVM into one result set. Runs without a fork that ended well are left out, with a warning.
     * The JVMs are in the order of the first run.
     *
     * @throws IllegalArgumentException if the runs are not parts of one experiment, or none has a fork that ended well;
     *     its message is one line that names them
     */
    public static LoadedResults of(List<LoadedResults> runs) {
        String names = runs.stream().map(LoadedResults::name).collect(Collectors.joining(", "));
        List<LoadedResults> measured =
                runs.stream().filter(run -> !run.resultSets().isEmpty()).toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException(names + ": no fork of these runs has ended well yet");
        }
        MergeRules.require(measured);
        List<ResultSet> resultSets = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        runs.forEach(run -> warnings.addAll(warnings(run, measured)));
        List<RunJvm> jvms = runs.get(0).jvms();
        for (RunJvm jvm : new LinkedHashSet<>(jvms)) {
            measured.stream()
                    .flatMap(run -> run.resultSet(jvm.label()).stream())
                    .reduce(ResultSet::with)
                    .ifPresent(resultSets::add);
            warnings.addAll(differences(jvm.label(), measured));
        }
        return new LoadedResults(
                names,
                jvms,
                measured.get(0).jar(),
                measured.get(0).turns(),
                resultSets,
                warnings,
                runs.stream().flatMap(run -> run.notes().stream()).toList(),
                runs.get(0).judging());
    }

    private static List<String> warnings(LoadedResults run, List<LoadedResults> measured) {
        if (run.resultSets().isEmpty()) {
            return List.of(run.name() + " is left out: no fork of it ended well");
        }
        List<String> warnings = new ArrayList<>(run.warnings());
        SortedSet<BenchmarkKey> lacking = new TreeSet<>();
        measured.forEach(other -> lacking.addAll(MergeRules.keys(other)));
        lacking.removeAll(MergeRules.keys(run));
        if (!lacking.isEmpty()) {
            warnings.add(run.name() + " lacks what another run has: "
                    + lacking.stream().map(BenchmarkKey::toString).collect(Collectors.joining("; ")));
        }
        return warnings;
    }

    /** The differences between JVMs of the same label. They are still put together. */
    private static List<String> differences(String label, List<LoadedResults> runs) {
        List<String> differences = new ArrayList<>();
        difference(label, "JVM versions", Jvm::version, runs).ifPresent(differences::add);
        difference(label, "VMs", Jvm::name, runs).ifPresent(differences::add);
        difference(label, "JVM arguments", jvm -> jvm.args().toString(), runs).ifPresent(differences::add);
        difference(label, "JMH versions", Jvm::jmhVersion, runs).ifPresent(differences::add);
        differences.addAll(MergedArms.differences(label, runs));
        return differences;
    }

    private static Optional<String> difference(
            String label, String what, Function<Jvm, String> property, List<LoadedResults> runs) {
        Map<String, Set<String>> runsByValue = new LinkedHashMap<>();
        for (LoadedResults run : runs) {
            run.resultSet(label).stream()
                    .flatMap(resultSet -> resultSet.benchmarks().values().stream())
                    .forEach(measured -> runsByValue
                            .computeIfAbsent(property.apply(measured.jvm()), value -> new LinkedHashSet<>())
                            .add(run.name()));
        }
        return runsByValue.size() < 2
                ? Optional.empty()
                : Optional.of(what + " of " + label + " differ: "
                        + runsByValue.entrySet().stream()
                                .map(entry -> entry.getKey() + " in " + String.join(", ", entry.getValue()))
                                .collect(Collectors.joining("; ")));
    }
}
