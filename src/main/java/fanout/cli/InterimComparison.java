package fanout.cli;

import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The comparison of a run that is not over yet. */
record InterimComparison(Path folder, Criteria criteria) {
    /**
     * One line for each change that has an interval: of the JVMs or, if there is only one JVM, of the strategies. An
     * interval that was looked at repeatedly while it shrank means a little less than it seems to: only the last one
     * counts.
     */
    List<String> lines() {
        try {
            return DefaultComparison.ofRun(folder, criteria).find().stream()
                    .flatMap(comparison -> lines(comparison.scores()))
                    .toList();
        } catch (IOException | UnreadableResultsException | UsageException | IllegalArgumentException e) {
            return List.of(); // it is only shown on the way
        }
    }

    private static Stream<String> lines(List<Judgement> scores) {
        BenchmarkNames names =
                BenchmarkNames.ofKeys(scores.stream().map(Judgement::key).toList());
        return scores.stream()
                .filter(judgement -> Double.isFinite(judgement.change().ci().low()))
                .map(judgement -> names.of(judgement.key()) + ": " + line(judgement));
    }

    private static String line(Judgement judgement) {
        return judgement.candidate().name() + " against "
                + judgement.baseline().name() + " "
                + ScoreText.change(
                        judgement.change().estimate(),
                        judgement.change().ci().low(),
                        judgement.change().ci().high());
    }
}
