package fanout.report;

import fanout.compare.Comparison;
import java.util.List;
import java.util.stream.Collectors;

/** The question of a comparison, and the answer to it as a person would say it. */
final class VerdictSentence {
    private VerdictSentence() {}

    static String question(Comparison comparison) {
        if (comparison.by() == Comparison.By.STRATEGY) {
            return "Which way is the fastest, compared with " + comparison.baseline() + "?";
        }
        List<String> candidates =
                candidates(comparison).stream().map(Phrases::jvm).toList();
        return (candidates.size() == 1 ? "Is " : "Are ") + Phrases.and(candidates) + " as fast as "
                + Phrases.jvm(comparison.baseline()) + "?";
    }

    static String answer(Comparison comparison) {
        if (comparison.by() == Comparison.By.STRATEGY) {
            return StrategySentence.of(comparison);
        }
        return candidates(comparison).stream()
                .map(candidate -> JvmSentence.of(comparison, candidate))
                .collect(Collectors.joining(" "));
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
