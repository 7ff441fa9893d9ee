package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares arms. All verdicts on scores of one comparison are one family under Holm's adjustment.
 *
 * <p>Tested by {@code fanout.compare.VerdictPropertiesTest} and {@code fanout.cli.CompareTest}.
 */
public final class Comparisons {
    private final Criteria criteria;
    private final boolean allowMismatch;
    private final Pattern metrics;

    /**
     * @param allowMismatch whether pairs whose settings differ are judged, with a warning
     * @param metrics which secondary metrics to judge, in a family of their own; null for none
     */
    public Comparisons(Criteria criteria, boolean allowMismatch, Pattern metrics) {
        this.criteria = criteria;
        this.allowMismatch = allowMismatch;
        this.metrics = metrics;
    }

    /** Compares each candidate with the baseline, benchmark by benchmark. */
    public Comparison byJvm(ResultSet baseline, List<ResultSet> candidates) {
        List<ResultSet> given = new ArrayList<>(List.of(baseline));
        given.addAll(candidates);
        List<String> copies = new ArrayList<>();
        List<ResultSet> resultSets = Copies.leftOut(given, copies);
        List<Contrast> contrasts = resultSets.stream()
                .skip(1)
                .map(candidate -> new Contrast(null, resultSets.get(0), candidate))
                .toList();
        return comparison(Comparison.By.JVM, baseline.name(), contrasts, resultSets)
                .warned(copies);
    }

    /**
     * Compares the methods of each class with one of them, within each arm. A control is left out: it is there to
     * compare one JVM with itself, not strategies.
     *
     * @param baseline the method that the others are compared with; a class that lacks it takes its first method
     */
    public Comparison byStrategy(String baseline, List<ResultSet> resultSets) {
        return withinArms(Comparison.By.STRATEGY, baseline, resultSets, Methods::byType);
    }

    /**
     * Compares the values of one parameter with one of them, within each arm, for each benchmark that is otherwise the
     * same. A control is left out.
     *
     * @param baseline the value that the others are compared with, as {@link ParameterValues#name} has it; a benchmark
     *     that lacks it, and all of them if it is null, take the first value, that is the smallest number
     */
    public Comparison byParameter(String parameter, String baseline, List<ResultSet> resultSets) {
        return withinArms(
                new Comparison.By(parameter), baseline, resultSets, each -> ParameterValues.of(each, parameter));
    }

    /** @param groups of a result set: what is compared with each other, by name */
    private Comparison withinArms(
            Comparison.By by,
            String baseline,
            List<ResultSet> resultSets,
            Function<ResultSet, Collection<Map<String, ResultSet>>> groups) {
        List<String> copies = new ArrayList<>();
        List<ResultSet> measured = Copies.leftOut(
                resultSets.stream().filter(resultSet -> !resultSet.control()).toList(), copies);
        List<Contrast> contrasts = new ArrayList<>();
        for (ResultSet resultSet : measured) {
            for (Map<String, ResultSet> group : groups.apply(resultSet)) {
                ResultSet first =
                        group.getOrDefault(baseline, group.values().iterator().next());
                group.values().stream()
                        .filter(other -> other != first)
                        .forEach(other -> contrasts.add(new Contrast(resultSet.name(), first, other)));
            }
        }
        String baselines = contrasts.stream()
                .map(contrast -> contrast.baseline().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return comparison(by, contrasts.isEmpty() ? baseline : baselines, contrasts, measured)
                .warned(copies);
    }

    private Comparison comparison(
            Comparison.By by, String baseline, List<Contrast> contrasts, List<ResultSet> resultSets) {
        Estimator estimator = new Estimator(criteria, allowMismatch);
        List<Estimate> scores = contrasts.stream()
                .flatMap(contrast -> estimator.scores(contrast).stream())
                .toList();
        List<Judgement> judgements = new ArrayList<>(judge(scores, controlDiffers(scores)));
        if (metrics != null) {
            List<Estimate> secondary = contrasts.stream()
                    .flatMap(contrast -> estimator.secondary(contrast, metrics).stream())
                    .toList();
            judgements.addAll(judge(secondary, Set.of()));
        }
        List<String> candidates = contrasts.stream()
                .map(contrast -> contrast.candidate().name())
                .distinct()
                .toList();
        return new Comparison(
                by,
                criteria,
                baseline,
                candidates,
                resultSets,
                Warnings.ofAll(scores),
                only(contrasts, Contrast::baseline, Contrast::candidate),
                only(contrasts, Contrast::candidate, Contrast::baseline),
                judgements);
    }

    private List<Judgement> judge(List<Estimate> estimates, Set<BenchmarkKey> controlDiffers) {
        double[] p = estimates.stream()
                .filter(Estimate::isTested)
                .mapToDouble(Estimate::p)
                .toArray();
        double[] adjusted = Holm.adjust(p);
        List<Judgement> judgements = new ArrayList<>();
        int next = 0;
        for (Estimate estimate : estimates) {
            double pAdjusted =
                    estimate.isTested() ? adjusted[next++] : estimate.refusal() == null ? estimate.p() : Double.NaN;
            boolean doubtful = !estimate.contrast().candidate().control() && controlDiffers.contains(estimate.key());
            judgements.add(Judgement.of(estimate, pAdjusted, doubtful, criteria));
        }
        return judgements;
    }

    /** The benchmarks whose control, the baseline's JVM a second time, differs from the baseline. */
    private Set<BenchmarkKey> controlDiffers(List<Estimate> estimates) {
        return estimates.stream()
                .filter(estimate -> estimate.contrast().candidate().control())
                .filter(estimate -> estimate.refusal() == null)
                .filter(estimate ->
                        Verdict.of(estimate.effect(), estimate.p(), criteria).isChange())
                .map(Estimate::key)
                .collect(Collectors.toSet());
    }

    /** The benchmarks that one side has, and no arm of the other side. */
    private static List<BenchmarkKey> only(
            List<Contrast> contrasts, Function<Contrast, ResultSet> side, Function<Contrast, ResultSet> other) {
        SortedSet<BenchmarkKey> only = new TreeSet<>();
        contrasts.forEach(
                contrast -> only.addAll(side.apply(contrast).benchmarks().keySet()));
        contrasts.forEach(
                contrast -> only.removeAll(other.apply(contrast).benchmarks().keySet()));
        return List.copyOf(only);
    }
}
