package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparison as one page without scripts; {@code comparison.html} is its frame. */
final class HtmlReport {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    String render(Comparison comparison) {
        Labels labels =
                Labels.of(comparison.judgements().stream().map(Judgement::key).toList());
        String sections = section("Why", Heading.reasons(comparison, labels))
                + section("Not compared", Heading.unmatched(comparison))
                + section("Warnings", Heading.warnings(comparison, labels))
                + section("Environment", Heading.arms(comparison));
        String shared = labels.shared().isEmpty() ? "" : "All: " + labels.shared();
        String intro = Stream.concat(Heading.rule(comparison).stream(), Stream.of(shared))
                .filter(line -> !line.isEmpty())
                .map(line -> "<p>" + escape(line) + "</p>")
                .collect(Collectors.joining("\n"));
        String rows = comparison.judgements().stream()
                .map(judgement -> row(comparison, labels, judgement))
                .collect(Collectors.joining("\n"));
        return fill(Map.of(
                "headline",
                escape(Heading.headline(comparison)),
                "intro",
                intro,
                "interval",
                escape(Heading.intervalName(comparison)),
                "rows",
                rows,
                "sections",
                sections,
                "falseAlarms",
                escape(Heading.falseAlarms(comparison))));
    }

    private static String row(Comparison comparison, Labels labels, Judgement judgement) {
        return "<tr><th scope=\"row\">" + escape(Heading.about(comparison, labels, judgement)) + "</th>"
                + number(Numbers.score(judgement.baselineScore()))
                + number(Numbers.score(judgement.candidateScore()))
                + "<td>" + escape(judgement.unit()) + "</td>"
                + number(Numbers.change(judgement.change()))
                + number(Numbers.interval(judgement.ci().low(), judgement.ci().high()))
                + "<td class=\"verdict\">" + judgement.verdict() + "</td></tr>";
    }

    private static String number(String text) {
        return "<td class=\"number\">" + text + "</td>";
    }

    private static String section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String items =
                lines.stream().map(line -> "<li>" + escape(line) + "</li>").collect(Collectors.joining("\n"));
        return "<h2>" + title + "</h2>\n<ul>\n" + items + "\n</ul>\n";
    }

    static String escape(String text) {
        return Plain.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String fill(Map<String, String> values) {
        try (InputStream frame = HtmlReport.class.getResourceAsStream("/fanout/report/comparison.html")) {
            String html = new String(frame.readAllBytes(), StandardCharsets.UTF_8);
            return PLACE.matcher(html).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
