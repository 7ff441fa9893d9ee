package fanout.report;

import fanout.compare.Comparison;
import fanout.results.FanoutNames;
import java.util.List;
import java.util.Optional;

/** The question of a comparison, and the answer to it as a person would say it. */
final class VerdictSentence {
    private VerdictSentence() {}

    static String question(Comparison comparison) {
        if (comparison.by().isParameter()) {
            return "What does " + comparison.by() + " change, compared with " + comparison.baseline() + "?";
        }
        if (!comparison.by().isArm()) {
            return "Which " + way(comparison) + " is the fastest, compared with " + comparison.baseline() + "?";
        }
        ArmNames names = ArmNames.of(comparison.resultSets());
        List<String> candidates = candidates(comparison).stream().map(names::of).toList();
        return (candidates.size() == 1 ? "Is " : "Are ") + Phrases.and(candidates) + " as fast as "
                + names.of(comparison.baseline()) + "?";
    }

    /** The methods of Fanout's own benchmarks are ways to fan out. */
    private static String way(Comparison comparison) {
        boolean ours = comparison.judgements().stream().anyMatch(judgement -> FanoutNames.isOurs(judgement.key()));
        return ours ? "way" : "method";
    }

    static String answer(Comparison comparison) {
        return String.join(" ", answers(comparison));
    }

    /** The same, in a sentence or two for each candidate. */
    static List<String> answers(Comparison comparison) {
        Optional<String> tooFew = FewForks.sentence(comparison);
        if (tooFew.isPresent()) {
            return List.of(tooFew.get() + ".");
        }
        return !comparison.by().isArm()
                ? List.of(StrategySentence.of(comparison))
                : candidates(comparison).stream()
                        .map(candidate -> JvmSentence.of(comparison, candidate))
                        .toList();
    }

    /** Why there is no answer, if there are no verdicts. */
    static String nothing(Comparison comparison) {
        String kind = ArmNames.of(comparison.resultSets()).kind();
        return "There is nothing to compare: "
                + (comparison.resultSets().size() > 1
                        ? "no benchmark was measured on two " + kind + "s."
                        : "one benchmark, on one " + kind + ".");
    }

    /** The candidates without the control, unless there is no other. */
    private static List<String> candidates(Comparison comparison) {
        List<String> asked = comparison.scores().stream()
                .map(judgement -> judgement.candidate().name())
                .distinct()
                .toList();
        return asked.isEmpty() ? comparison.candidates() : asked;
    }
}
