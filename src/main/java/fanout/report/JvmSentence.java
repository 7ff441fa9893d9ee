package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** The answer to the question whether one JVM is as fast as the baseline. */
final class JvmSentence {
    private final String kind;
    private final String candidate;
    private final String baseline;
    private final String within;
    private final List<Judgement> judgements;

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
                        + Numbers.change(judgement.change().estimate()) + ").";
            case UNCHANGED -> candidate + " is as fast as " + baseline + ", " + within + ".";
            case INCONCLUSIVE -> unknown() + "the only benchmark is inconclusive.";
        };
    }

    private String unknown() {
        return "It is not known whether " + candidate + " is as fast as " + baseline + ": ";
    }

    private String ofSeveral() {
        int all = judgements.size();
        if (count(Verdict.INCONCLUSIVE) == all) {
            return unknown() + Phrases.all(all, "benchmarks") + " are inconclusive.";
        }
        String inconclusive = Phrases.count(judgements, Verdict.INCONCLUSIVE);
        if (!hasChanges()) {
            return candidate + " is as fast as " + baseline + " in " + share(Verdict.UNCHANGED) + ", " + within
                    + others(inconclusive);
        }
        return candidate + " is " + changes() + others(Phrases.count(judgements, Verdict.UNCHANGED), inconclusive);
    }

    private static String others(String... counts) {
        List<String> known = Stream.of(counts).filter(count -> !count.isEmpty()).toList();
        return (known.isEmpty() ? "" : "; " + Phrases.and(known)) + ".";
    }

    private boolean hasChanges() {
        return count(Verdict.SLOWER) + count(Verdict.FASTER) > 0;
    }

    /** The question asks whether it is slower, so the answer says so even if it is slower in none. */
    private String changes() {
        long faster = count(Verdict.FASTER);
        if (count(Verdict.SLOWER) == 0) {
            return "faster in " + share(Verdict.FASTER) + (faster == judgements.size() ? "" : " and slower in none");
        }
        return "slower in " + share(Verdict.SLOWER) + (faster == 0 ? "" : " and faster in " + faster);
    }

    private String share(Verdict verdict) {
        long count = count(verdict);
        int all = judgements.size();
        return count == all ? Phrases.all(all, "benchmarks") : count + " of " + all + " benchmarks";
    }

    private long count(Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }
}
