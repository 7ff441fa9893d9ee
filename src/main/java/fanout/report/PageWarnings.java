package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The warnings on single benchmarks as a page lists them.
 *
 * <p>Tested by {@code fanout.cli.ReportTest}.
 */
final class PageWarnings {
    private PageWarnings() {}

    /** Each warning on a benchmark once, with all that it is about. */
    static List<String> of(Comparison comparison) {
        SortedMap<String, List<String>> about = new TreeMap<>();
        RowNames names = new RowNames(comparison);
        for (Judgement judgement : comparison.judgements()) {
            RowNames.RowName name = names.of(judgement);
            String what = name.name() + (name.hasDetail() ? " (" + name.detail() + ")" : "");
            judgement
                    .warnings()
                    .forEach(warning -> about.computeIfAbsent(warning, each -> new ArrayList<>())
                            .add(what));
        }
        List<String> lines = new ArrayList<>();
        about.forEach((warning, whats) -> lines.add(String.join(", ", whats) + ": " + warning));
        return lines;
    }
}
