package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.FloorComparison;
import fanout.compare.Judgement;
import fanout.report.plot.Figure;
import fanout.report.plot.RowPlot;
import fanout.results.FanoutNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each strategy as a multiple of the floor: what the client costs above bare sockets. */
final class StrategyPlot {
    private static final String LEAD =
            "The time of a batch as a multiple of the time of socketFloor, which sends the same requests over bare"
                    + " sockets and checks the same answers. The %s is estimated as it is for the verdicts. The"
                    + " vertical line is the floor itself.";

    private StrategyPlot() {}

    /** Empty if the floor was not measured, or nothing but the floor. */
    static Optional<Figure> of(Comparison comparison) {
        List<Judgement> judgements = FloorComparison.of(comparison.resultSets(), comparison.criteria());
        if (judgements.isEmpty()) {
            return Optional.empty();
        }
        Labels labels = Labels.of(judgements.stream().map(Judgement::key).toList());
        boolean severalJvms = judgements.stream().map(Judgement::jvm).distinct().count() > 1;
        ArmNames arms = ArmNames.of(comparison.resultSets());
        List<RowPlot.Ratio> ratios = judgements.stream()
                .map(judgement -> ratio(
                        detail(labels, judgement, severalJvms ? "on " + arms.of(judgement.jvm()) : ""), judgement))
                .toList();
        return Optional.of(Figure.ofRows(
                "floor",
                "The strategies as multiples of the floor",
                String.format(LEAD, ReportText.intervalName(comparison)),
                RowPlot.of("times " + FanoutNames.SOCKET_FLOOR, ratios, 0, false)));
    }

    private static RowPlot.Ratio ratio(String detail, Judgement judgement) {
        double ratio = 1 + judgement.change().estimate();
        double low = 1 + judgement.change().ci().low();
        double high = 1 + judgement.change().ci().high();
        String interval = Double.isFinite(low) && Double.isFinite(high)
                ? " (" + Numbers.digits(low, 3) + " to " + Numbers.digits(high, 3) + ")"
                : "";
        return new RowPlot.Ratio(
                judgement.candidate().name(),
                detail,
                ratio,
                new RowPlot.Range(low, high),
                RowPlot.Range.NONE,
                Numbers.times(ratio) + interval,
                "ratio");
    }

    private static String detail(Labels labels, Judgement judgement, String on) {
        return Stream.of(on, labels.params(judgement.key()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
