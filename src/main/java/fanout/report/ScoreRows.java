package fanout.report;

import fanout.compare.Methods;
import fanout.compare.ScoreSummary;
import fanout.report.RowVerdicts.VerdictCell;
import fanout.report.ScoreRow.ScoreHead;
import fanout.report.ScoreRow.ScoreLine;
import fanout.report.plot.ScoreAxis;
import fanout.results.BenchmarkKey;
import fanout.results.FanoutNames;
import fanout.results.Metric;
import fanout.results.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Makes the rows of a {@link ScoreChart}.
 *
 * <p>Tested by {@code fanout.report.ScoreChartTest}.
 */
final class ScoreRows {
    private final PageData data;
    private final List<RowVerdicts> verdicts;
    private final double alpha;
    private final Labels labels;
    private final ArmNames arms;
    private final RowCosts costs;

    /** @param alpha the intervals of the scores are of confidence 1 - alpha */
    ScoreRows(PageData data, List<RowVerdicts> verdicts, double alpha) {
        this.data = data;
        this.verdicts = verdicts;
        this.alpha = alpha;
        this.labels = data.labels();
        this.arms = data.arms();
        this.costs = RowCosts.of(data.resultSets());
    }

    String lead() {
        boolean floor = data.keys().stream().anyMatch(key -> Methods.name(key).equals(FanoutNames.SOCKET_FLOOR));
        return "Each mark is a score, its line the " + Numbers.percent(1 - alpha)
                + " interval. A verdict takes into account which forks belong together, so its change need not be the"
                + " ratio of the two scores."
                + (floor ? " The dashed line is " + FanoutNames.SOCKET_FLOOR + ", bare sockets." : "");
    }

    List<String> costHeads() {
        return costs.heads();
    }

    /** By parameters, and then the best first, on the last arm that measured both. */
    List<BenchmarkKey> sorted(List<BenchmarkKey> keys) {
        boolean rate = isRate(keys.get(0));
        return keys.stream()
                .sorted(Comparator.comparing(BenchmarkKey::params, BenchmarkKey.BY_PARAMS)
                        .thenComparingDouble(key -> rate ? -last(key) : last(key))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private double last(BenchmarkKey key) {
        List<ResultSet> having = having(key);
        return summary(having.get(having.size() - 1), key).score();
    }

    private boolean isRate(BenchmarkKey key) {
        return metric(having(key).get(0), key).unit().isRate();
    }

    /** The unit of a benchmark, and in words which scores are the good ones. */
    String unit(BenchmarkKey key) {
        return data.unit(key) + (isRate(key) ? ", more is better" : ", less is better");
    }

    boolean isChanged(BenchmarkKey key) {
        List<String> names = data.resultSets().stream().map(ResultSet::name).toList();
        return verdicts.stream().anyMatch(each -> each.isChanged(key, names));
    }

    /** The axis that these benchmarks share. */
    ScoreAxis axis(List<BenchmarkKey> keys) {
        return ScoreAxis.of(keys.stream()
                .flatMap(key -> having(key).stream().map(resultSet -> summary(resultSet, key)))
                .flatMapToDouble(each -> DoubleStream.of(each.score(), each.low(), each.high()))
                .toArray());
    }

    Magnitude magnitude(List<BenchmarkKey> keys) {
        return Magnitude.of(keys.stream()
                .flatMap(key -> having(key).stream().map(resultSet -> summary(resultSet, key)))
                .mapToDouble(ScoreSummary::score)
                .filter(Double::isFinite)
                .max()
                .orElse(0));
    }

    ScoreRow row(BenchmarkKey key, ScoreAxis axis, Magnitude magnitude) {
        List<ResultSet> having = having(key);
        String panel = data.hasForkPanels() && data.isDrawn(key) ? data.panelId("fork", key) : "";
        ScoreHead head = new ScoreHead(labels.method(key), labels.params(key), panel, having.size());
        List<ScoreLine> lines = new ArrayList<>();
        for (ResultSet resultSet : having) {
            lines.add(line(lines.isEmpty() ? List.of(head) : List.of(), resultSet, key, axis, magnitude));
        }
        return new ScoreRow(head, lines);
    }

    private ScoreLine line(
            List<ScoreHead> head, ResultSet resultSet, BenchmarkKey key, ScoreAxis axis, Magnitude magnitude) {
        ScoreSummary summary = summary(resultSet, key);
        String name = arms.full(resultSet.name());
        List<VerdictCell> cells = verdicts.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.cell(key, resultSet.name()))
                .toList();
        String score = magnitude.score(summary.score());
        String range = magnitude.range(summary.low(), summary.high());
        return new ScoreLine(
                head,
                name,
                data.jvms().style(resultSet.name()),
                score,
                range,
                Double.isFinite(summary.score()) ? axis.at(summary.score()) : "",
                axis.bar(summary.low(), summary.high()),
                floors(resultSet, key, axis),
                title(name, score + " " + metric(resultSet, key).unit().text(), range, summary.forks(), cells),
                cells,
                costs.cells(resultSet, key));
    }

    /** What a mark says when it is pointed at. */
    private static String title(String arm, String score, String range, int forks, List<VerdictCell> verdicts) {
        Stream<String> said = verdicts.stream()
                .filter(each -> !each.word().isEmpty())
                .map(each -> (each.word() + " " + each.change() + " " + each.interval()).strip());
        String of = forks + (forks == 1 ? " fork" : " forks");
        String interval = range.equals("-") ? "" : " (" + range + ")";
        return Stream.concat(Stream.of(arm + ": " + score + interval + ", " + of), said)
                .collect(Collectors.joining("; "));
    }

    /** Where the floor of the same class, conditions and arm is; no floor has one of its own. */
    private List<String> floors(ResultSet resultSet, BenchmarkKey key, ScoreAxis axis) {
        BenchmarkKey conditions = Methods.ofType(key);
        return resultSet.benchmarks().keySet().stream()
                .filter(other -> other.method().equals(FanoutNames.SOCKET_FLOOR) && !other.equals(key))
                .filter(other -> Methods.isOf(other, conditions))
                .map(other -> axis.at(summary(resultSet, other).score()))
                .toList();
    }

    private List<ResultSet> having(BenchmarkKey key) {
        return data.resultSets().stream()
                .filter(resultSet -> resultSet.benchmarks().containsKey(key))
                .toList();
    }

    private ScoreSummary summary(ResultSet resultSet, BenchmarkKey key) {
        return ScoreSummary.of(metric(resultSet, key), alpha);
    }

    private static Metric metric(ResultSet resultSet, BenchmarkKey key) {
        return resultSet.benchmarks().get(key).primary();
    }
}
