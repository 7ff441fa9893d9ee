package fanout.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables in Markdown, and the format of their numbers. */
final class Markdown {
    private Markdown() {}

    static String table(List<String> header, List<List<String>> rows) {
        return row(header)
                + row(Collections.nCopies(header.size(), "---"))
                + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** In percent, with its standard error. */
    static String withError(Rate rate) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", 100 * rate.value(), 100 * rate.standardError());
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    /** The scenario's columns. */
    static List<String> columns(SimulatedScenario scenario) {
        return Arrays.asList(
                scenario.paired() ? "paired, drift" : "unpaired",
                scenario.share() == 0 ? "-" : scenario.shape().toString(),
                scenario.numbers(),
                String.valueOf(scenario.share()),
                String.valueOf(scenario.correlation()));
    }

    static final List<String> SCENARIO = List.of("design", "forks are", "forks", "share", "correlation");
}
