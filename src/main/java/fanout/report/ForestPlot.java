package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.report.plot.Figure;
import fanout.report.plot.RowPlot;
import java.util.List;
import java.util.Optional;

/** The changes with their intervals, one in each row, and the band of changes that don't matter. */
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
        double alpha = comparison.criteria().alpha();
        String lead = "The change of time with its " + ReportText.intervalName(comparison)
                + ": faster is to the left, slower to the right. The grey band is the threshold of "
                + Numbers.percent(threshold)
                + " in both directions. The verdict is faster or slower if the interval excludes 0"
                + " and the mark lies outside the band. It is unchanged if the "
                + Numbers.percent(1 - 2 * alpha)
                + " interval, which is narrower, lies inside the band; not slower if only"
                + " its upper end lies below that of the band, not faster if only its lower end lies above. Else"
                + " the result is inconclusive. With many comparisons a change must be clearer than its interval shows"
                + " (Holm's adjustment). Values that are far off are drawn at the edge.";
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
                judgement.verdict().id());
    }
}
