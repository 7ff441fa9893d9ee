package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.report.plot.Figure;
import fanout.report.plot.RowPlot;
import java.util.List;
import java.util.Optional;

/** Changes with their intervals, one a row, against the band of those that don't matter. */
final class ForestPlot {
    private ForestPlot() {}

    static Optional<Figure> of(Comparison comparison) {
        if (comparison.judgements().isEmpty()) {
            return Optional.empty();
        }
        double threshold = comparison.criteria().threshold();
        RowNames names = new RowNames(comparison);
        List<RowPlot.Ratio> ratios = comparison.judgements().stream()
                .map(judgement -> ratio(names.of(judgement), judgement))
                .toList();
        String lead = "Change of time with its " + ReportText.intervalName(comparison)
                + ": to the left is faster, to the right slower. The grey band is the threshold of "
                + Numbers.percent(threshold)
                + " either way. Faster or slower: the interval leaves 0 out, and the mark lies beyond the band."
                + " Unchanged: the interval lies within the band. Between the two nothing is shown. Many comparisons"
                + " ask for a little more than their interval shows (Holm), and what is far off is at the edge.";
        return Optional.of(
                Figure.ofRows("changes", "Changes", lead, RowPlot.of("change of time", ratios, threshold, true)));
    }

    private static RowPlot.Ratio ratio(RowNames.RowName name, Judgement judgement) {
        return new RowPlot.Ratio(
                name.name(),
                name.detail(),
                1 + judgement.change().estimate(),
                1 + judgement.change().ci().low(),
                1 + judgement.change().ci().high(),
                Numbers.change(judgement.change().estimate()) + ", " + judgement.verdict(),
                judgement.verdict().toString());
    }
}
