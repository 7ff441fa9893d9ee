package fanout.compare;

import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import java.util.Comparator;
import java.util.List;

/**
 * The strategies of each arm compared with the floor, for a plot. They count for no verdict and for no family of tests.
 */
public final class FloorComparison {
    private FloorComparison() {}

    /**
     * In the order of benchmarks, then of arms, then of changes; empty where the floor or all else was not measured.
     */
    public static List<Judgement> of(List<ResultSet> resultSets, Criteria criteria) {
        List<String> names = resultSets.stream().map(ResultSet::name).toList();
        List<ResultSet> withFloor =
                resultSets.stream().filter(FloorComparison::hasFloor).toList();
        return new Comparisons(criteria, true, null)
                .byStrategy(FanoutNames.SOCKET_FLOOR, withFloor).judgements().stream()
                        .filter(judgement -> judgement.baseline().name().equals(FanoutNames.SOCKET_FLOOR))
                        .sorted(Comparator.comparing(Judgement::key)
                                .thenComparing(judgement -> names.indexOf(judgement.jvm()))
                                .thenComparingDouble(
                                        judgement -> judgement.change().estimate()))
                        .toList();
    }

    private static boolean hasFloor(ResultSet resultSet) {
        return resultSet.benchmarks().keySet().stream().map(Methods::name).anyMatch(FanoutNames.SOCKET_FLOOR::equals);
    }
}
