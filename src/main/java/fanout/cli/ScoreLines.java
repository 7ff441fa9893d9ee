package fanout.cli;

import fanout.compare.Criteria;
import fanout.compare.ScoreSummary;
import fanout.results.BenchmarkSamples;
import fanout.results.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The scores of a run in which nothing can be compared.
 *
 * <p>Tested by {@code fanout.cli.RunReportTest}.
 */
final class ScoreLines {
    private static final int PERCENT = 100;

    private ScoreLines() {}

    /** A line for each benchmark of each arm. */
    static List<String> of(List<ResultSet> resultSets, Criteria criteria) {
        BenchmarkNames names = BenchmarkNames.ofKeys(resultSets.stream()
                .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                .toList());
        return resultSets.stream()
                .flatMap(resultSet -> lines(resultSet, names, criteria))
                .toList();
    }

    private static Stream<String> lines(ResultSet resultSet, BenchmarkNames names, Criteria criteria) {
        return resultSet.benchmarks().values().stream()
                .map(samples -> names.of(samples.key()) + " on " + resultSet.name() + ": " + score(samples, criteria));
    }

    private static String score(BenchmarkSamples samples, Criteria criteria) {
        ScoreSummary score = ScoreSummary.of(samples.primary(), criteria.alpha());
        String interval = Double.isFinite(score.low())
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% interval %s to %s, ",
                        (1 - criteria.alpha()) * PERCENT,
                        ScoreText.of(score.low()),
                        ScoreText.of(score.high()))
                : "no interval from ";
        return ScoreText.of(score.score()) + " " + samples.primary().unit() + " (" + interval
                + Count.of(score.forks(), "fork") + ")";
    }
}
