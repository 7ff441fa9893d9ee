package fanout.cli;

import fanout.record.Finding;
import fanout.record.MachineCheck;
import fanout.record.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found about a machine, as text: aligned, the worst first, at most 100 columns wide but for commands.
 *
 * <p>Tested by {@code fanout.cli.DoctorCommandTest}.
 */
final class DoctorText {
    private static final int WIDTH = 100;
    private static final String SEVERITY = "%-9s";
    private static final String ROW = SEVERITY + "%-14s%s";
    private static final String INDENT = " ".repeat(ROW.formatted("", "", "").length());

    private DoctorText() {}

    static List<String> lines(MachineCheck check) {
        List<String> lines = new ArrayList<>();
        lines.add(Stream.of(Severity.WARNING, Severity.NOTE)
                .map(severity -> Count.of(check.of(severity).size(), severity.toString()))
                .collect(Collectors.joining(", ")));
        for (Severity severity : Severity.values()) {
            if (severity != Severity.UNKNOWN) {
                check.of(severity).forEach(finding -> lines.addAll(lines(finding)));
            }
        }
        lines.addAll(unknown(check.of(Severity.UNKNOWN)));
        return lines;
    }

    private static List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(row(finding.severity(), finding.name(), finding.seen()));
        Stream.of(finding.why(), finding.advice())
                .filter(text -> !text.isEmpty())
                .forEach(text -> lines.add(INDENT + text));
        return lines;
    }

    private static String row(Severity severity, String name, String text) {
        return ROW.formatted(severity, name, text);
    }

    /** One sentence for all that can't be seen for the same reason. */
    private static List<String> unknown(List<Finding> findings) {
        Map<String, String> names = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::seen,
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::name, Collectors.joining(", "))));
        List<String> lines = new ArrayList<>();
        names.forEach((why, whats) -> lines.addAll(wrapped(Severity.UNKNOWN.toString(), whats + ": " + why)));
        return lines;
    }

    private static List<String> wrapped(String head, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(SEVERITY.formatted(head));
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(SEVERITY.formatted(""));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
