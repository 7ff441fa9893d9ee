package fanout.report;

import fanout.compare.Change.Interval;
import fanout.compare.Comparison;
import fanout.compare.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The verdicts of one comparison as a table that readers can sort.
 *
 * @param id unique in the page
 * @param heading what is compared with what
 * @param rules which change matters
 * @param falseAlarms how many are to be expected
 * @param reasons each verdict in a sentence
 */
record VerdictTable(
        String id,
        String heading,
        List<String> rules,
        List<VerdictRow> rows,
        String falseAlarms,
        List<String> reasons) {
    /** A number as text, and as the value that sorting compares. */
    record NumberCell(String text, String value) {
        static NumberCell of(String text, double value) {
            return new NumberCell(text, Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "");
        }
    }

    /** @param mark the id of the verdict's mark, and its class */
    record VerdictRow(
            RowNames.RowName what,
            NumberCell baseline,
            NumberCell candidate,
            String unit,
            NumberCell change,
            NumberCell interval,
            String verdict,
            String mark,
            NumberCell forks) {}

    static VerdictTable of(Comparison comparison) {
        RowNames names = new RowNames(comparison);
        Labels labels = Labels.brief(comparison);
        boolean arms = comparison.by().isArm();
        return new VerdictTable(
                arms ? "verdicts" : "verdicts-by-strategy",
                "Verdicts in numbers, each with its reason: by "
                        + (arms ? kind(comparison) : comparison.by().isParameter() ? comparison.by() : "method"),
                rules(comparison, labels),
                comparison.judgements().stream()
                        .map(judgement -> row(names, judgement))
                        .toList(),
                ReportText.falseAlarms(comparison),
                ReportText.reasons(comparison, labels));
    }

    private static String kind(Comparison comparison) {
        return ArmNames.of(comparison.resultSets()).kind();
    }

    private static List<String> rules(Comparison comparison, Labels labels) {
        String shared = labels.common().isEmpty() ? "" : "All: " + labels.common();
        return Stream.concat(ReportText.rule(comparison).stream(), Stream.of(shared))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean hasReasons() {
        return !reasons.isEmpty();
    }

    private static VerdictRow row(RowNames names, Judgement judgement) {
        Interval interval = judgement.shown();
        return new VerdictRow(
                names.of(judgement),
                NumberCell.of(
                        Numbers.score(judgement.baseline().score()),
                        judgement.baseline().score()),
                NumberCell.of(
                        Numbers.score(judgement.candidate().score()),
                        judgement.candidate().score()),
                judgement.unit(),
                NumberCell.of(
                        Numbers.change(judgement.change().estimate()),
                        judgement.change().estimate()),
                NumberCell.of(Numbers.interval(interval), interval.high() - interval.low()),
                judgement.word(),
                judgement.id(),
                NumberCell.of(
                        forks(judgement),
                        Math.min(
                                judgement.baseline().forks(),
                                judgement.candidate().forks())));
    }

    private static String forks(Judgement judgement) {
        if (judgement.baseline().forks() == judgement.candidate().forks()) {
            return judgement.baseline().forks() + (judgement.change().paired() ? " pairs" : "");
        }
        return judgement.baseline().forks() + " / " + judgement.candidate().forks();
    }
}
