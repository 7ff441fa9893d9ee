package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import fanout.results.FanoutNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The question of a comparison, and its answer in one sentence. */
final class VerdictSentence {
    private static final int FEW = 8;

    private VerdictSentence() {}

    static String question(Comparison comparison) {
        if (comparison.by() == Comparison.By.JVM) {
            List<String> candidates = candidates(comparison);
            return (candidates.size() == 1 ? "Is " : "Are ") + and(candidates) + " as fast as " + comparison.baseline()
                    + "?";
        }
        return "Which way is the fastest, held against " + comparison.baseline() + "?";
    }

    /** Without the control, of which nobody asks. */
    private static List<String> candidates(Comparison comparison) {
        List<String> asked = comparison.scores().stream()
                .map(judgement -> judgement.candidate().name())
                .distinct()
                .toList();
        return asked.isEmpty() ? comparison.candidates() : asked;
    }

    static String answer(Comparison comparison) {
        return comparison.by() == Comparison.By.JVM ? ofJvms(comparison) : ofStrategies(comparison);
    }

    private static String ofJvms(Comparison comparison) {
        List<String> candidates = candidates(comparison);
        if (candidates.size() == 1) {
            return ofJvm(comparison, candidates.get(0));
        }
        return candidates.stream()
                .map(candidate -> briefly(comparison, candidate))
                .collect(Collectors.joining("; ", "Against " + comparison.baseline() + ": ", "."));
    }

    private static String ofJvm(Comparison comparison, String candidate) {
        List<Judgement> judgements = of(comparison, candidate);
        return candidate + " is slower than " + comparison.baseline() + " in " + share(judgements, Verdict.SLOWER)
                + ", faster in " + count(judgements, Verdict.FASTER) + ", unchanged in "
                + count(judgements, Verdict.UNCHANGED) + "; in " + count(judgements, Verdict.INCONCLUSIVE)
                + " neither is shown.";
    }

    private static String briefly(Comparison comparison, String candidate) {
        List<Judgement> judgements = of(comparison, candidate);
        return candidate + " is slower in " + share(judgements, Verdict.SLOWER) + " and faster in "
                + count(judgements, Verdict.FASTER);
    }

    private static List<Judgement> of(Comparison comparison, String candidate) {
        return comparison.scores().stream()
                .filter(judgement -> judgement.candidate().name().equals(candidate))
                .toList();
    }

    private static String share(List<Judgement> judgements, Verdict verdict) {
        int all = judgements.size();
        return count(judgements, verdict) + " of " + all + " benchmark" + (all == 1 ? "" : "s");
    }

    private static long count(List<Judgement> judgements, Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }

    /** The floor is no way to choose. */
    private static String ofStrategies(Comparison comparison) {
        List<Judgement> judgements = comparison.scores().stream()
                .filter(judgement -> !judgement.candidate().name().equals(FanoutNames.SOCKET_FLOOR))
                .toList();
        List<String> jvms = judgements.stream().map(Judgement::jvm).distinct().toList();
        if (judgements.size() > FEW * Math.max(1, jvms.size())) {
            return ReportText.headline(comparison) + ", of " + comparison.scores().size() + " comparisons.";
        }
        return jvms.stream().map(jvm -> ofStrategies(judgements, jvm)).collect(Collectors.joining(" "));
    }

    private static String ofStrategies(List<Judgement> all, String jvm) {
        List<Judgement> judgements =
                all.stream().filter(judgement -> jvm.equals(judgement.jvm())).toList();
        List<String> parts = new ArrayList<>();
        part(parts, "faster", named(judgements, Verdict.FASTER));
        part(parts, "slower", named(judgements, Verdict.SLOWER));
        part(parts, "unchanged", named(judgements, Verdict.UNCHANGED));
        part(parts, "inconclusive", named(judgements, Verdict.INCONCLUSIVE));
        String sentence = String.join("; ", parts);
        return "On " + jvm + ", against " + judgements.get(0).baseline() + ": " + sentence + ".";
    }

    private static void part(List<String> parts, String verdict, List<String> names) {
        if (!names.isEmpty()) {
            parts.add(verdict + ": " + and(names));
        }
    }

    private static List<String> named(List<Judgement> judgements, Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .map(judgement -> judgement.candidate().name()
                        + (verdict.isChange()
                                ? " (" + Numbers.change(judgement.change().estimate()) + ")"
                                : ""))
                .toList();
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
