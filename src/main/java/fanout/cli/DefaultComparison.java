package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.record.RunFolderReader;
import fanout.results.FanoutNames;
import fanout.results.ResultSet;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code compare} finds with its defaults, but for the criteria.
 *
 * <p>Tested by {@code fanout.cli.RunReportTest}, {@code fanout.cli.InterimComparisonTest} and
 * {@code fanout.cli.ReportPageTest}.
 *
 * @param resultSets those of one run, the baseline first
 * @param criteria of the verdicts
 */
record DefaultComparison(List<ResultSet> resultSets, Criteria criteria) {
    /** That of the results in the folder of a run. */
    static DefaultComparison ofRun(Path folder, Criteria criteria) throws IOException, UnreadableResultsException {
        return new DefaultComparison(
                RunFolderResults.open(new RunFolderReader(folder)).source().resultSets(), criteria);
    }

    /** Whether benchmarks of Fanout's own are among them. Two methods of another suite's class need not be rivals. */
    boolean isOfOurs() {
        return resultSets.stream()
                .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                .anyMatch(FanoutNames::isOurs);
    }

    /** What a run is judged by: the JVMs, a control among them, if there are several, or else the strategies. */
    Comparison.By by() {
        return resultSets.size() > 1 ? Comparison.By.JVM : Comparison.By.STRATEGY;
    }

    /** The comparison by what a run is judged by; empty if there is nothing to compare. */
    Optional<Comparison> find() throws UsageException {
        return find(by());
    }

    /** The comparison by this; empty if there is nothing to compare. */
    Optional<Comparison> find(Comparison.By wanted) throws UsageException {
        try {
            Comparisons comparisons = new Comparisons(criteria, false, null);
            return Optional.of(new BaselineChoice(null, resultSets).compare(wanted, comparisons));
        } catch (NothingToCompareException e) {
            return Optional.empty();
        }
    }
}
