package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import fanout.results.FanoutNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to the question which strategy is the fastest. */
final class StrategySentence {
    /** How many strategies of one JVM a sentence can name. */
    private static final int MOST_NAMED = 8;

    private StrategySentence() {}

    static String of(Comparison comparison) {
        List<Judgement> judgements = withoutFloor(comparison.scores());
        List<String> jvms = judgements.stream().map(Judgement::jvm).distinct().toList();
        boolean canBeNamed = jvms.stream().allMatch(jvm -> canBeNamed(onJvm(judgements, jvm)));
        return canBeNamed
                ? jvms.stream()
                        .map(jvm -> named(comparison, jvm, onJvm(judgements, jvm)))
                        .collect(Collectors.joining(" "))
                : counted(comparison, judgements);
    }

    /** The floor is no way to choose, but it may be all that there is. */
    private static List<Judgement> withoutFloor(List<Judgement> scores) {
        List<Judgement> ways = scores.stream()
                .filter(judgement -> !judgement.candidate().name().equals(FanoutNames.SOCKET_FLOOR))
                .toList();
        return ways.isEmpty() ? scores : ways;
    }

    private static List<Judgement> onJvm(List<Judgement> judgements, String jvm) {
        return judgements.stream()
                .filter(judgement -> jvm.equals(judgement.jvm()))
                .toList();
    }

    /**
     * Names are no use if they are many, or if one stands for several conditions or is compared with several baselines.
     */
    private static boolean canBeNamed(List<Judgement> judgements) {
        long names = judgements.stream()
                .map(judgement -> judgement.candidate().name())
                .distinct()
                .count();
        long baselines = judgements.stream()
                .map(judgement -> judgement.baseline().name())
                .distinct()
                .count();
        return judgements.size() <= MOST_NAMED && names == judgements.size() && baselines == 1;
    }

    private static String named(Comparison comparison, String jvm, List<Judgement> judgements) {
        String baseline = judgements.get(0).baseline().name();
        String on = "On " + ArmNames.of(comparison.resultSets()).of(jvm) + ", ";
        List<String> inconclusive = names(judgements, Verdict.INCONCLUSIVE);
        if (inconclusive.size() == judgements.size()) {
            return on + "the comparison of " + Phrases.and(inconclusive) + " with " + baseline + " is inconclusive.";
        }
        String threshold = Numbers.percent(comparison.criteria().threshold());
        List<String> parts = new ArrayList<>();
        part(parts, names(judgements, Verdict.FASTER), "faster", " than " + baseline);
        part(parts, names(judgements, Verdict.SLOWER), "slower", " than " + baseline);
        part(parts, names(judgements, Verdict.UNCHANGED), "as fast", " as " + baseline + ", within " + threshold);
        for (Verdict verdict : List.of(Verdict.NOT_SLOWER, Verdict.NOT_FASTER)) {
            part(parts, names(judgements, verdict), "" + verdict, " than " + baseline + ", within " + threshold);
        }
        part(parts, inconclusive, "inconclusive", "");
        return on + String.join("; ", parts) + ".";
    }

    /** Only the first part names the baseline, so that it is named once. */
    private static void part(List<String> parts, List<String> names, String is, String comparedWith) {
        if (!names.isEmpty()) {
            parts.add(Phrases.and(names)
                    + (names.size() == 1 ? " is " : " are ")
                    + is
                    + (parts.isEmpty() ? comparedWith : ""));
        }
    }

    private static List<String> names(List<Judgement> judgements, Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .map(judgement -> judgement.candidate().name()
                        + (verdict.isChange()
                                ? " (" + Numbers.effect(judgement.change().estimate()) + ")"
                                : ""))
                .toList();
    }

    private static String counted(Comparison comparison, List<Judgement> judgements) {
        String comparisons = "comparisons with " + comparison.baseline();
        Verdict first = judgements.get(0).verdict();
        if (judgements.stream().allMatch(judgement -> judgement.verdict() == first)) {
            String all = Phrases.all(judgements.size(), comparisons);
            return Phrases.capital(all) + " are " + first + ".";
        }
        List<String> counts = Stream.of(Verdict.values())
                .map(verdict -> Phrases.count(judgements, verdict))
                .filter(count -> !count.isEmpty())
                .toList();
        return "Of " + judgements.size() + " " + comparisons + ", " + Phrases.and(counts) + ".";
    }
}
