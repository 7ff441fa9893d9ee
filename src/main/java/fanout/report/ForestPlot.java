package fanout.report;

import fanout.compare.Change;
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
        boolean amounts = ReportText.hasAmounts(comparison);
        String lead = "The change of time: the thin line is its " + ReportText.intervalName(comparison)
                + ", the thick part of it the "
                + Numbers.percent(comparison.criteria().equivalenceConfidence())
                + " interval. Faster is to the left, slower to the right"
                + (amounts ? "; of metrics that are no time, lower is to the left, higher to the right" : "")
                + ". The grey band is the threshold of " + Numbers.percent(threshold)
                + " in both directions. The verdict is slower or faster if the thin line excludes 0 and the mark lies"
                + " outside the band. Else the thick part counts: unchanged if it lies inside the band; not slower if"
                + " only its upper end is below the band's, not faster if only its lower end is above the band's;"
                + " inconclusive if it covers the band. With many comparisons a change must be clearer than its"
                + " interval shows (Holm's adjustment). Values that are far off are drawn at the edge.";
        return Optional.of(Figure.ofRows(
                "changes",
                "The changes with their intervals, and the threshold",
                lead,
                RowPlot.of(amounts ? "change" : "change of time", ratios, threshold, true)));
    }

    private static RowPlot.Ratio ratio(RowNames.RowName name, Judgement judgement) {
        return new RowPlot.Ratio(
                name.name(),
                name.detail(),
                1 + judgement.change().estimate(),
                range(judgement.change().ci()),
                range(judgement.change().narrow()),
                judgement.word() + " " + Numbers.effect(judgement.change().estimate()),
                judgement.id());
    }

    private static RowPlot.Range range(Change.Interval interval) {
        return new RowPlot.Range(1 + interval.low(), 1 + interval.high());
    }
}
