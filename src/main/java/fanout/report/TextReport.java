package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.Quantity;
import fanout.compare.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table for a terminal of 100 columns, and under it the reasons, the warnings and the environment. */
final class TextReport {
    private static final int WIDTH = 100;
    private static final String UNIT = "unit";

    /** A blank at which a line may break: not the one between a number and its percent sign. */
    private static final Pattern UNIT_STAYS = Pattern.compile(" (?!%)");

    private static final Map<Verdict, String> COLOURS = Map.of(
            Verdict.SLOWER, "31",
            Verdict.FASTER, "32",
            Verdict.UNCHANGED, "36",
            Verdict.NOT_SLOWER, "36",
            Verdict.NOT_FASTER, "33",
            Verdict.INCONCLUSIVE, "33");

    private final boolean colour;

    TextReport(boolean colour) {
        this.colour = colour;
    }

    String render(Comparison comparison) {
        Labels labels = Labels.brief(comparison);
        StringBuilder text = new StringBuilder();
        ReportText.rule(comparison).forEach(line -> paragraph(text, "", line));
        ReportText.resultSets(comparison).forEach(line -> paragraph(text, "  ", line));
        ServerSentences.of(comparison).forEach(line -> paragraph(text, "", line));
        ArmSentences.of(comparison).forEach(line -> paragraph(text, "", line));
        Table table = table(comparison, labels);
        boolean helps = !table.fits(WIDTH) && table.without(UNIT).fits(WIDTH);
        Optional<String> unit = helps ? table.shared(UNIT) : Optional.empty();
        String shared = labels.common();
        if (!shared.isEmpty()) {
            paragraph(text, "", "All: " + shared);
        }
        unit.ifPresent(each -> paragraph(text, "", "Scores in " + each + "."));
        text.append('\n').append((unit.isPresent() ? table.without(UNIT) : table).render(WIDTH));
        section(text, "Why", reasons(comparison, labels));
        section(text, "On each machine", ReportText.onMachines(comparison, labels));
        section(text, "Not compared", ReportText.unmatched(comparison));
        section(text, "Warnings", ReportText.warnings(comparison, labels));
        text.append('\n');
        paragraph(text, "", ReportText.headline(comparison) + ".");
        paragraph(text, "", ReportText.falseAlarms(comparison));
        return text.toString();
    }

    /** Of the verdicts that need one: the table says what is plain. */
    private static List<String> reasons(Comparison comparison, Labels labels) {
        List<String> all = ReportText.reasons(comparison, labels);
        return IntStream.range(0, all.size())
                .filter(i -> needsReason(comparison.judgements().get(i)))
                .mapToObj(all::get)
                .toList();
    }

    private static boolean needsReason(Judgement judgement) {
        return judgement.verdict() == Verdict.INCONCLUSIVE
                || !judgement.warnings().isEmpty();
    }

    private Table table(Comparison comparison, Labels labels) {
        Table table = new Table(List.of("benchmark", "baseline", "candidate", UNIT, "change", "interval", "verdict"));
        for (Judgement judgement : comparison.judgements()) {
            table.add(List.of(
                    Sanitizer.oneLine(ReportText.about(comparison, labels, judgement)),
                    Numbers.score(judgement.baseline().score()),
                    Numbers.score(judgement.candidate().score()),
                    Sanitizer.oneLine(judgement.unit()),
                    Numbers.change(judgement.change().estimate()),
                    Numbers.interval(judgement.shown()),
                    painted(judgement)));
        }
        return table;
    }

    /** An amount has no colour, since more of it need not be worse. */
    private String painted(Judgement judgement) {
        return colour && judgement.quantity() == Quantity.TIME
                ? "\u001b[" + COLOURS.get(judgement.verdict()) + "m" + judgement.word() + "\u001b[0m"
                : judgement.word();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append('\n');
            lines.forEach(line -> paragraph(text, "  ", line));
        }
    }

    /** Breaks a line at its blanks. All parts after the first are indented further. */
    private static void paragraph(StringBuilder text, String indent, String line) {
        StringBuilder current = new StringBuilder(indent);
        boolean empty = true;
        for (String word : UNIT_STAYS.split(Sanitizer.oneLine(line))) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                text.append(current).append('\n');
                current = new StringBuilder(indent).append("  ");
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(current).append('\n');
    }
}
