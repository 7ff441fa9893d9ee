package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to the question whether one JVM is as fast as the baseline. */
final class JvmSentence {
    /** Of how many benchmarks those without a change can be named. */
    private static final int MOST_NAMED = 8;

    private final String kind;
    private final String candidate;
    private final String baseline;
    private final String within;
    private final List<Judgement> judgements;
    private final Labels labels;

    private JvmSentence(Comparison comparison, String candidate) {
        ArmNames names = ArmNames.of(comparison.resultSets());
        this.kind = names.kind();
        this.candidate = names.of(candidate);
        this.baseline = names.of(comparison.baseline());
        this.within = "within the threshold of "
                + Numbers.percent(comparison.criteria().threshold());
        this.judgements = comparison.scores().stream()
                .filter(judgement -> judgement.candidate().name().equals(candidate))
                .toList();
        this.labels = Labels.brief(judgements.stream().map(Judgement::key).toList());
    }

    static String of(Comparison comparison, String candidate) {
        JvmSentence sentence = new JvmSentence(comparison, candidate);
        return switch (sentence.judgements.size()) {
            case 0 -> "There is no answer: only the control was compared, which is the same " + sentence.kind + ".";
            case 1 -> sentence.ofOne();
            default -> sentence.ofSeveral();
        };
    }

    private String ofOne() {
        Judgement judgement = judgements.get(0);
        return switch (judgement.verdict()) {
            case SLOWER, FASTER ->
                candidate + " is " + judgement.verdict() + " than " + baseline + " ("
                        + Numbers.effect(judgement.change().estimate()) + ").";
            case UNCHANGED -> candidate + " is as fast as " + baseline + ", " + within + ".";
            case NOT_SLOWER -> notChanged(judgement.verdict()) + "; whether it is faster is not known.";
            case NOT_FASTER -> notChanged(judgement.verdict()) + "; whether it is slower is not known.";
            case INCONCLUSIVE -> unknown() + "the only benchmark is inconclusive.";
        };
    }

    private String unknown() {
        return "It is not known whether " + candidate + " is as fast as " + baseline + ": ";
    }

    /** What is neither slower nor faster by the threshold, in the words of a verdict that rules it out. */
    private String notChanged(Verdict verdict) {
        return candidate + " is " + verdict + " than " + baseline + ", " + within;
    }

    private String ofSeveral() {
        if (hasChanges()) {
            return candidate + " is " + changes() + "." + rest();
        }
        int all = judgements.size();
        if (count(Verdict.INCONCLUSIVE) == all) {
            return unknown() + Phrases.all(all, "benchmarks") + " are inconclusive.";
        }
        if (count(Verdict.NOT_SLOWER) > 0 && count(Verdict.NOT_SLOWER) + count(Verdict.UNCHANGED) == all) {
            return candidate + " is not slower than " + baseline + " in any of " + all + " benchmarks, " + within
                    + others(Verdict.NOT_SLOWER);
        }
        Verdict best = Stream.of(Verdict.UNCHANGED, Verdict.NOT_SLOWER, Verdict.NOT_FASTER)
                .filter(verdict -> count(verdict) > 0)
                .findFirst()
                .orElseThrow();
        String is = best == Verdict.UNCHANGED ? "as fast as " : best + " than ";
        return candidate + " is " + is + baseline + " in " + share(best) + ", " + within + others(best);
    }

    /** How many have each of the other verdicts. */
    private String others(Verdict... told) {
        List<String> counts = Stream.of(Verdict.values())
                .filter(verdict -> !List.of(told).contains(verdict))
                .map(verdict -> Phrases.count(judgements, verdict))
                .filter(count -> !count.isEmpty())
                .toList();
        return (counts.isEmpty() ? "" : "; " + Phrases.and(counts)) + ".";
    }

    private boolean hasChanges() {
        return count(Verdict.SLOWER) + count(Verdict.FASTER) > 0;
    }

    /** What is slower comes first, since the question asks for it. */
    private String changes() {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.SLOWER, Verdict.FASTER)) {
            if (count(verdict) > 0) {
                parts.add(
                        verdict + (parts.isEmpty() ? " than " + baseline : "") + ": " + Phrases.some(changed(verdict)));
            }
        }
        return String.join("; ", parts);
    }

    /** The names of those with this verdict, each with its size, the largest first. */
    private List<String> changed(Verdict verdict) {
        return having(verdict)
                .sorted(Comparator.comparingDouble(
                        judgement -> -judgement.change().distance()))
                .map(judgement -> labels.full(judgement) + " " + Phrases.size(judgement))
                .toList();
    }

    /** Those without a change, by verdict: their names if the benchmarks are few, else how many they are. */
    private String rest() {
        return Stream.of(Verdict.UNCHANGED, Verdict.NOT_SLOWER, Verdict.NOT_FASTER, Verdict.INCONCLUSIVE)
                .filter(verdict -> count(verdict) > 0)
                .map(verdict -> " " + Phrases.capital(verdict == Verdict.INCONCLUSIVE ? "not known" : "" + verdict)
                        + ": " + which(verdict) + ".")
                .collect(Collectors.joining());
    }

    private String which(Verdict verdict) {
        return judgements.size() > MOST_NAMED
                ? "" + count(verdict)
                : Phrases.and(having(verdict).map(labels::full).toList());
    }

    private Stream<Judgement> having(Verdict verdict) {
        return judgements.stream().filter(judgement -> judgement.verdict() == verdict);
    }

    private String share(Verdict verdict) {
        long count = count(verdict);
        int all = judgements.size();
        return count == all ? Phrases.all(all, "benchmarks") : count + " of " + all + " benchmarks";
    }

    private long count(Verdict verdict) {
        return having(verdict).count();
    }
}
