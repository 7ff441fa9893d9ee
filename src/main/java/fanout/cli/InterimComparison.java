package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.record.RunFolderReader;
import fanout.results.ResultSet;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The comparison of a run that is not over yet. */
record InterimComparison(Path folder) {
    private static final double PERCENT = 100;

    /**
     * One line for each change that has an interval: of the JVMs or, if there is only one JVM, of the strategies. An
     * interval that was looked at repeatedly while it shrank means a little less than it seems to: only the last one
     * counts.
     */
    List<String> lines() {
        try {
            List<ResultSet> resultSets =
                    RunFolderResults.open(new RunFolderReader(folder)).source().resultSets();
            Comparisons comparisons = new Comparisons(Criteria.DEFAULT, false, null);
            BaselineChoice choice = new BaselineChoice(null, resultSets);
            Comparison comparison = choice.byDefault(comparisons);
            return comparison.scores().stream()
                    .filter(judgement -> Double.isFinite(judgement.change().ci().low()))
                    .map(InterimComparison::line)
                    .toList();
        } catch (IOException | UnreadableResultsException | UsageException | IllegalArgumentException e) {
            return List.of(); // nothing to compare: one JVM, one benchmark
        }
    }

    private static String line(Judgement judgement) {
        return String.format(
                Locale.ROOT,
                "%s: %s against %s %+.1f %% (%+.1f to %+.1f)",
                judgement.key().method(),
                judgement.candidate().name(),
                judgement.baseline().name(),
                judgement.change().estimate() * PERCENT,
                judgement.change().ci().low() * PERCENT,
                judgement.change().ci().high() * PERCENT);
    }
}
