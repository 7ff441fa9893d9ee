package fanout.compare;

import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All verdicts of one comparison.
 *
 * @param by what is compared
 * @param baseline name of the baseline
 * @param candidates names of what is held against it, in order
 * @param arms where the results come from, each once, the baseline first
 * @param warnings on the whole
 * @param onlyInBaseline benchmarks that no candidate has
 * @param onlyInCandidate benchmarks that the baseline lacks
 * @param judgements in order of candidate, metric family and benchmark
 */
public record Comparison(
        By by,
        Criteria criteria,
        String baseline,
        List<String> candidates,
        List<Arm> arms,
        List<String> warnings,
        List<BenchmarkKey> onlyInBaseline,
        List<BenchmarkKey> onlyInCandidate,
        List<Judgement> judgements) {

    /** What a comparison holds against each other. */
    public enum By {
        JVM,
        STRATEGY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Comparison {
        candidates = List.copyOf(candidates);
        arms = List.copyOf(arms);
        warnings = List.copyOf(warnings);
        onlyInBaseline = List.copyOf(onlyInBaseline);
        onlyInCandidate = List.copyOf(onlyInCandidate);
        judgements = List.copyOf(judgements);
    }

    /** Arms that have nothing to be held against each other. */
    public static Comparison none(Criteria criteria, List<Arm> arms) {
        return new Comparison(By.JVM, criteria, "", List.of(), arms, List.of(), List.of(), List.of(), List.of());
    }

    /** The same verdicts, with more warnings before those that there are. */
    public Comparison warned(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Comparison(
                by, criteria, baseline, candidates, arms, all, onlyInBaseline, onlyInCandidate, judgements);
    }

    /** The verdicts on scores, which count; those on secondary metrics and of the control are advice. */
    public List<Judgement> scores() {
        List<String> controls =
                arms.stream().filter(Arm::control).map(Arm::name).toList();
        return judgements.stream()
                .filter(judgement -> judgement.metric().equals(Judgement.SCORE))
                .filter(judgement -> !controls.contains(judgement.candidate().name()))
                .toList();
    }

    /** How many of them Holm's adjustment covers. */
    public long tested() {
        return scores().stream()
                .filter(judgement -> !Double.isNaN(judgement.change().pAdjusted()))
                .count();
    }
}
