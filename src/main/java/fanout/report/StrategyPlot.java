package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.compare.Methods;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Each strategy as a multiple of the floor: what the client costs above bare sockets. */
final class StrategyPlot {
    private static final String FLOOR = "socketFloor";
    private static final String LEAD = "Time of a batch as a multiple of socketFloor's, which sends the same requests"
            + " over bare sockets and checks the same answers; with 95 %% intervals, measured like the changes above."
            + " The left edge is the floor itself.";

    private StrategyPlot() {}

    /** Nothing where the floor was not measured, or nothing else was. */
    static Optional<Figure> of(List<Arm> arms, Criteria criteria) {
        List<Arm> withFloor = arms.stream().filter(StrategyPlot::hasFloor).toList();
        if (withFloor.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = new Comparisons(criteria, true, null).byStrategy(FLOOR, withFloor);
        List<Judgement> against = comparison.judgements().stream()
                .filter(judgement -> judgement.baseline().equals(FLOOR))
                .sorted(Comparator.comparing((Judgement judgement) -> judgement.key())
                        .thenComparing(judgement -> arms(arms).indexOf(judgement.jvm()))
                        .thenComparingDouble(Judgement::change))
                .toList();
        if (against.isEmpty()) {
            return Optional.empty();
        }
        Labels labels = Labels.of(against.stream().map(Judgement::key).toList());
        List<RowPlot.Ratio> ratios =
                against.stream().map(judgement -> ratio(labels, judgement)).toList();
        return Optional.of(new Figure(
                "floor",
                "Strategies against the floor",
                String.format(LEAD.replace("95", "" + Math.round(100 * (1 - criteria.alpha())))),
                List.of(),
                List.of(RowPlot.of("times socketFloor", ratios, 0, false)),
                List.of(),
                List.of()));
    }

    private static List<String> arms(List<Arm> arms) {
        return arms.stream().map(Arm::name).toList();
    }

    private static boolean hasFloor(Arm arm) {
        return arm.benchmarks().keySet().stream().map(Methods::name).anyMatch(FLOOR::equals);
    }

    private static RowPlot.Ratio ratio(Labels labels, Judgement judgement) {
        double ratio = 1 + judgement.change();
        double low = 1 + judgement.ci().low();
        double high = 1 + judgement.ci().high();
        String interval = Double.isFinite(low) && Double.isFinite(high)
                ? " (" + Numbers.digits(low, 3) + " to " + Numbers.digits(high, 3) + ")"
                : "";
        return new RowPlot.Ratio(
                judgement.candidate(),
                detail(labels, judgement),
                ratio,
                low,
                high,
                Numbers.times(ratio) + interval,
                "ratio");
    }

    private static String detail(Labels labels, Judgement judgement) {
        List<String> parts = new ArrayList<>(List.of("on " + judgement.jvm()));
        BenchmarkKey key = judgement.key();
        parts.add(labels.params(key));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
