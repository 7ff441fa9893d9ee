package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Quantity;
import fanout.compare.Verdict;
import fanout.results.Jvm;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of a report, which every format for people has in common: text, Markdown and HTML. */
final class ReportText {
    private static final Set<Verdict> ONE_DIRECTION = Set.of(Verdict.NOT_SLOWER, Verdict.NOT_FASTER);

    private ReportText() {}

    /** What is compared with what, and which change matters. */
    static List<String> rule(Comparison comparison) {
        String threshold = Numbers.percent(comparison.criteria().threshold());
        List<String> lines = new ArrayList<>();
        lines.add("Baseline " + comparison.baseline() + " against " + String.join(", ", comparison.candidates()) + ".");
        lines.add("A change is of time: +5 % is 5 % slower. Below " + threshold
                + ", the threshold, a change does not matter here.");
        if (hasAmounts(comparison)) {
            lines.add("Of metrics that are no time, +5 % is 5 % higher.");
        }
        return lines;
    }

    /** Whether a metric that is no time is among the verdicts. */
    static boolean hasAmounts(Comparison comparison) {
        return comparison.judgements().stream().anyMatch(judgement -> judgement.quantity() == Quantity.AMOUNT);
    }

    /** How many verdicts of each kind there are. Those that rule out one direction only are named if there are any. */
    static String headline(Comparison comparison) {
        return FewForks.sentence(comparison).orElseGet(() -> counts(comparison));
    }

    private static String counts(Comparison comparison) {
        return Stream.of(Verdict.values())
                .filter(verdict -> !ONE_DIRECTION.contains(verdict) || count(comparison, verdict) > 0)
                .map(verdict -> count(comparison, verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
    }

    private static long count(Comparison comparison, Verdict verdict) {
        return comparison.scores().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }

    /** Each verdict in a sentence. */
    static List<String> reasons(Comparison comparison, Labels labels) {
        return comparison.judgements().stream()
                .map(judgement -> about(comparison, labels, judgement) + ": " + judgement.reason())
                .toList();
    }

    /** What each machine by itself says, benchmark by benchmark, where there are several. */
    static List<String> onMachines(Comparison comparison, Labels labels) {
        return comparison.judgements().stream()
                .filter(judgement -> !judgement.machines().isEmpty())
                .map(judgement -> about(comparison, labels, judgement) + ": "
                        + judgement.machines().stream()
                                .map(each -> each.name() + ": "
                                        + Numbers.change(each.change().estimate()) + " ("
                                        + Numbers.interval(each.shown()) + "), " + judgement.word(each))
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    /** The name of the interval. */
    static String intervalName(Comparison comparison) {
        return Numbers.percent(1 - comparison.criteria().alpha()) + " interval";
    }

    /** The JVM of each arm. */
    static List<String> resultSets(Comparison comparison) {
        return comparison.resultSets().stream().map(ReportText::resultSet).toList();
    }

    private static String resultSet(ResultSet resultSet) {
        String jvms = resultSet.benchmarks().values().stream()
                .map(measured -> describe(measured.jvm()))
                .filter(jvm -> !jvm.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        String hosts = resultSet.hosts().isEmpty() ? "" : "on " + String.join(", ", resultSet.hosts());
        return Stream.of(resultSet.name(), jvms, hosts, resultSet.control() ? "control" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String describe(Jvm jvm) {
        String version = jvm.version().isEmpty() ? "" : "JDK " + jvm.version();
        return Stream.of(version, jvm.name()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** How many false alarms are to be expected. */
    static String falseAlarms(Comparison comparison) {
        long tested = comparison.tested();
        double alpha = comparison.criteria().alpha();
        String expected = String.format(
                Locale.ROOT,
                "%d verdict%s on scores: without Holm's adjustment, %.2g false alarms were to be expected where nothing"
                        + " changed; with it, the chance of even one is at most %s.",
                tested,
                tested == 1 ? "" : "s",
                tested * alpha,
                Numbers.percent(alpha));
        return expected + looks(comparison);
    }

    private static String looks(Comparison comparison) {
        int looks = comparison.looks();
        return looks == 0
                ? ""
                : " The run looked at its results " + looks + (looks == 1 ? " time" : " times")
                        + ", to end when they were clear: the intervals and p values allow for that.";
    }

    /** The benchmarks that only one side has; of the arms of a run, those that not all of them have. */
    static List<String> unmatched(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.onlyInSome().forEach((key, arms) -> lines.add("only in " + String.join(", ", arms) + ": " + key));
        if (!lines.isEmpty()) {
            return lines;
        }
        comparison.onlyInBaseline().forEach(key -> lines.add("only in the baseline: " + key));
        comparison.onlyInCandidate().forEach(key -> lines.add("only in a candidate: " + key));
        return lines;
    }

    /** All warnings, each with the benchmark that it is about. */
    static List<String> warnings(Comparison comparison, Labels labels) {
        List<String> lines = new ArrayList<>(comparison.warnings());
        for (Judgement judgement : comparison.judgements()) {
            judgement.warnings().forEach(warning -> lines.add(about(comparison, labels, judgement) + ": " + warning));
        }
        return lines;
    }

    /** What a verdict is about: the benchmark, and the candidate and the JVM where there are several. */
    static String about(Comparison comparison, Labels labels, Judgement judgement) {
        boolean several = comparison.candidates().size() > 1 || !comparison.by().isArm();
        String jvm = judgement.jvm() != null && comparison.resultSets().size() > 1 ? " on " + judgement.jvm() : "";
        String name = labels.name(judgement.key());
        return name.isEmpty() || name.startsWith(" ") // the class, which all have in common, is left out
                ? labels.full(judgement.candidate().name() + name, judgement) + jvm
                : labels.full(judgement)
                        + (several ? " " + judgement.candidate().name() : "")
                        + jvm;
    }
}
