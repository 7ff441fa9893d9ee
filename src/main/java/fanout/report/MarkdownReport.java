package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import java.util.List;
import java.util.stream.Collectors;

/** The comparison as a comment on a pull request: the table, with all else folded away. */
final class MarkdownReport {
    String render(Comparison comparison) {
        Labels labels = Labels.brief(
                comparison.judgements().stream().map(Judgement::key).toList());
        StringBuilder text = new StringBuilder("### " + ReportText.headline(comparison))
                .append(escape(subject(comparison)))
                .append("\n\n")
                .append(escape(VerdictSentence.answer(comparison)))
                .append("\n\n");
        comparison
                .warnings()
                .forEach(line -> text.append("> ").append(escape(line)).append("\n>\n"));
        text.append(comparison.warnings().isEmpty() ? "" : "\n");
        ReportText.rule(comparison).forEach(line -> text.append(escape(line)).append('\n'));
        ServerSentences.of(comparison).forEach(line -> text.append(escape(line)).append('\n'));
        if (!labels.shared().isEmpty()) {
            text.append("All: ").append(escape(labels.shared())).append('\n');
        }
        String differences = ArmSentences.of(comparison).stream()
                .map(line -> "- " + escape(line) + "\n")
                .collect(Collectors.joining());
        text.append(differences.isEmpty() ? "" : "\n").append(differences);
        table(text, comparison, labels);
        list(text, "Why", ReportText.reasons(comparison, labels));
        list(text, "On each machine", ReportText.onMachines(comparison, labels));
        list(text, "Not compared", ReportText.unmatched(comparison));
        list(text, "Warnings", ReportText.warnings(comparison, labels));
        list(text, "Environment", ReportText.resultSets(comparison));
        return text.append('\n')
                .append(escape(ReportText.falseAlarms(comparison)))
                .append('\n')
                .toString();
    }

    /** What is compared, since a pull request may have several comments. */
    private static String subject(Comparison comparison) {
        ArmNames names = ArmNames.of(comparison.resultSets());
        String what = comparison.by().isParameter() ? comparison.by().name() : "methods";
        return !comparison.by().isArm()
                ? " (" + what + " against " + comparison.baseline() + ")"
                : " ("
                        + Phrases.some(
                                comparison.candidates().stream().map(names::of).toList()) + " against "
                        + names.of(comparison.baseline()) + ")";
    }

    private static void table(StringBuilder text, Comparison comparison, Labels labels) {
        text.append("\n| benchmark | baseline | candidate | unit | change | interval | verdict |\n")
                .append("|---|---:|---:|---|---:|---:|---|\n");
        for (Judgement judgement : comparison.judgements()) {
            String emphasis = judgement.verdict().isChange() ? "**" : "";
            text.append("| ")
                    .append(String.join(
                            " | ",
                            escape(ReportText.about(comparison, labels, judgement)),
                            Numbers.score(judgement.baseline().score()),
                            Numbers.score(judgement.candidate().score()),
                            escape(judgement.unit()),
                            Numbers.change(judgement.change().estimate()),
                            Numbers.interval(judgement.shown()),
                            emphasis + judgement.word() + emphasis))
                    .append(" |\n");
        }
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n<details><summary>").append(title).append("</summary>\n\n");
            lines.forEach(line -> text.append("- ").append(escape(line)).append('\n'));
            text.append("\n</details>\n");
        }
    }

    /** Text from a file must not act as HTML, as a table's border, as Markdown or as a formula of GitHub's. */
    static String escape(String text) {
        return Sanitizer.oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\|*_`\\[\\]#~$])", "\\\\$1");
    }
}
