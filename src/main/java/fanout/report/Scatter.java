package fanout.report;

import fanout.report.ForkPoints.ForkPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** The scatter of forks around their mean, and that of the difference between two arms, unpaired and by turns. */
final class Scatter {
    private static final int FEWEST = 3;

    private Scatter() {}

    /**
     * In a few words, for one arm or two; empty for more, or where there are too few forks.
     *
     * @param resultSets the forks of each arm
     */
    static String of(List<List<ForkPoint>> resultSets) {
        boolean enough = !resultSets.isEmpty() && resultSets.stream().allMatch(forks -> forks.size() >= FEWEST);
        if (!enough || resultSets.size() > 2) {
            return "";
        }
        String forks = resultSets.stream()
                .map(each -> percent(deviation(logs(each))))
                .collect(Collectors.joining(" and ", "forks ", ""));
        double[] between = resultSets.size() < 2 ? new double[0] : between(resultSets.get(0), resultSets.get(1));
        return between.length < FEWEST
                ? forks
                : forks + ", difference "
                        + percent(Math.hypot(deviation(logs(resultSets.get(0))), deviation(logs(resultSets.get(1)))))
                        + " unpaired, " + percent(deviation(between)) + " by turns";
    }

    private static double[] logs(List<ForkPoint> forks) {
        return forks.stream().mapToDouble(ForkPoint::score).map(Math::log).toArray();
    }

    private static double[] between(List<ForkPoint> one, List<ForkPoint> other) {
        Map<Integer, Double> scores = new HashMap<>();
        one.stream().filter(fork -> fork.round() != null).forEach(fork -> scores.put(fork.round(), fork.score()));
        return other.stream()
                .filter(fork -> fork.round() != null && scores.containsKey(fork.round()))
                .mapToDouble(fork -> Math.log(fork.score() / scores.get(fork.round())))
                .toArray();
    }

    private static double deviation(double[] logs) {
        return StandardDeviation.of(logs).getAsDouble();
    }

    private static String percent(double deviation) {
        return Double.isFinite(deviation)
                ? String.format(Locale.ROOT, "±%.1f\u00a0%%", 100 * Math.expm1(deviation))
                : "±?";
    }
}
