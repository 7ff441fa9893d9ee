package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All verdicts of one comparison.
 *
 * @param by what is compared
 * @param baseline name of the baseline
 * @param candidates names of what is compared with the baseline, in order
 * @param resultSets that the results come from, each once, the baseline first
 * @param warnings on the comparison as a whole
 * @param onlyInBaseline benchmarks that no candidate has
 * @param onlyInCandidate benchmarks that the baseline lacks
 * @param judgements in order of candidate, metric family and benchmark
 */
public record Comparison(
        By by,
        Criteria criteria,
        String baseline,
        List<String> candidates,
        List<ResultSet> resultSets,
        List<String> warnings,
        List<BenchmarkKey> onlyInBaseline,
        List<BenchmarkKey> onlyInCandidate,
        List<Judgement> judgements) {

    /**
     * What is compared: JVMs; or, on the same JVM, strategies, or the values of one parameter.
     *
     * @param name {@code jvm}, {@code strategy}, or the parameter's name
     */
    public record By(String name) {
        public static final By JVM = new By("jvm");
        public static final By STRATEGY = new By("strategy");

        /** JVMs or strategies, if this is what they are called; whatever is neither may be a parameter. */
        public static Optional<By> known(String name) {
            return Stream.of(JVM, STRATEGY)
                    .filter(by -> by.name.equalsIgnoreCase(name))
                    .findFirst();
        }

        /** Whether it is JVMs, or whatever else the arms of a run differ in. */
        public boolean isArm() {
            return equals(JVM);
        }

        /** Whether it is the values of a parameter. */
        public boolean isParameter() {
            return !isArm() && !equals(STRATEGY);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public Comparison {
        candidates = List.copyOf(candidates);
        resultSets = List.copyOf(resultSets);
        warnings = List.copyOf(warnings);
        onlyInBaseline = List.copyOf(onlyInBaseline);
        onlyInCandidate = List.copyOf(onlyInCandidate);
        judgements = List.copyOf(judgements);
    }

    /** A comparison without verdicts, of arms that have nothing to compare. */
    public static Comparison none(Criteria criteria, List<ResultSet> resultSets) {
        return new Comparison(By.JVM, criteria, "", List.of(), resultSets, List.of(), List.of(), List.of(), List.of());
    }

    /** The same comparison with more warnings, which come first. */
    public Comparison warned(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Comparison(
                by, criteria, baseline, candidates, resultSets, all, onlyInBaseline, onlyInCandidate, judgements);
    }

    /** The verdicts that count. Those on secondary metrics and on the control are only advice. */
    public List<Judgement> scores() {
        List<String> controls = resultSets.stream()
                .filter(ResultSet::control)
                .map(ResultSet::name)
                .toList();
        return judgements.stream()
                .filter(judgement -> judgement.metric().equals(Judgement.SCORE))
                .filter(judgement -> !controls.contains(judgement.candidate().name()))
                .toList();
    }

    /**
     * What each candidate differs in from the baseline, except for a control; empty where arms are not compared, and
     * of results that don't say what they were started with.
     */
    public List<ArmDifferences> differences() {
        return by.isArm() ? ArmDifferences.among(baseline, resultSets) : List.of();
    }

    /**
     * The benchmarks that not all arms have, each with the names of those that have it; empty where they are not
     * compared, and of results that don't say what they were started with. A control is no arm here.
     */
    public SortedMap<BenchmarkKey, List<String>> onlyInSome() {
        SortedMap<BenchmarkKey, List<String>> having = new TreeMap<>();
        List<ResultSet> arms =
                resultSets.stream().filter(resultSet -> !resultSet.control()).toList();
        if (by.isArm() && arms.stream().allMatch(arm -> arm.arm() != null)) {
            arms.forEach(arm -> arm.benchmarks()
                    .keySet()
                    .forEach(key -> having.computeIfAbsent(key, each -> new ArrayList<>())
                            .add(arm.name())));
            having.values().removeIf(names -> names.size() == arms.size());
        }
        return having;
    }

    /** How often the run looked at its results, to end when they were clear; 0 if the number of rounds was fixed. */
    public int looks() {
        return scores().stream()
                .mapToInt(judgement -> judgement.change().looks())
                .max()
                .orElse(0);
    }

    /** How many of the {@link #scores} Holm's adjustment covers. */
    public long tested() {
        return scores().stream()
                .filter(judgement -> !Double.isNaN(judgement.change().pAdjusted()))
                .count();
    }
}
