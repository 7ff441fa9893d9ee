package fanout.compare;

import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FanoutNames;
import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scores of one arm under conditions that differ only in the server's delay.
 *
 * @param resultSet its name
 * @param conditions all but the delay and the strategy
 * @param scores in the order of strategies, then of delays
 */
public record DelaySweep(String resultSet, Conditions conditions, List<DelayScore> scores) {
    public record Conditions(String type, String mode, SortedMap<String, String> params) {
        @Override
        public String toString() {
            return type + " " + mode + " " + params;
        }
    }

    /** @param floor that the delay alone makes; NaN where there is none */
    public record DelayScore(String strategy, double delay, double score, double floor, String unit) {}

    /** The sweeps of an arm; each has two delays or more. */
    public static List<DelaySweep> of(ResultSet resultSet, double alpha) {
        Map<Conditions, List<DelayScore>> sweeps = new LinkedHashMap<>();
        resultSet.benchmarks().values().stream()
                .filter(measured -> delay(measured.key()) >= 0)
                .forEach(measured -> sweeps.computeIfAbsent(conditions(measured.key()), each -> new ArrayList<>())
                        .add(score(measured, alpha)));
        return sweeps.entrySet().stream()
                .map(sweep -> new DelaySweep(resultSet.name(), sweep.getKey(), sorted(sweep.getValue())))
                .filter(sweep -> sweep.delays().size() > 1)
                .toList();
    }

    /** The delay of a benchmark; negative where it has none. */
    private static double delay(BenchmarkKey key) {
        try {
            return Double.parseDouble(key.params().getOrDefault(FanoutNames.DELAY_MILLIS, "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Conditions conditions(BenchmarkKey key) {
        SortedMap<String, String> others = new TreeMap<>(key.params());
        others.remove(FanoutNames.DELAY_MILLIS);
        others.remove(FanoutNames.CLIENT); // a part of the strategy's name
        return new Conditions(key.type(), key.mode(), others);
    }

    private static DelayScore score(BenchmarkSamples measured, double alpha) {
        Metric floor = measured.secondary().get(FanoutNames.DELAY_FLOOR);
        double least = floor == null ? 0 : ScoreSummary.of(floor, alpha).score();
        return new DelayScore(
                Methods.name(measured.key()),
                delay(measured.key()),
                ScoreSummary.of(measured.primary(), alpha).score(),
                least > 0 ? least : Double.NaN,
                measured.primary().unit().text());
    }

    private static List<DelayScore> sorted(List<DelayScore> scores) {
        return scores.stream()
                .sorted(Comparator.comparing(DelayScore::strategy).thenComparingDouble(DelayScore::delay))
                .toList();
    }

    public List<Double> delays() {
        return scores.stream().map(DelayScore::delay).distinct().sorted().toList();
    }

    /** The scores of a strategy, by delay. */
    public Stream<DelayScore> of(String strategy) {
        return scores.stream().filter(score -> score.strategy().equals(strategy));
    }

    /** The floor of each delay that has one. */
    public SortedMap<Double, Double> floors() {
        SortedMap<Double, Double> floors = new TreeMap<>();
        scores.stream().filter(score -> score.floor() > 0).forEach(score -> floors.put(score.delay(), score.floor()));
        return floors;
    }
}
