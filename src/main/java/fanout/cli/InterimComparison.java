package fanout.cli;

import fanout.compare.Judgement;
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
            return DefaultComparison.ofRun(folder).find().stream()
                    .flatMap(comparison -> comparison.scores().stream())
                    .filter(judgement -> Double.isFinite(judgement.change().ci().low()))
                    .map(InterimComparison::line)
                    .toList();
        } catch (IOException | UnreadableResultsException | UsageException | IllegalArgumentException e) {
            return List.of(); // it is only shown on the way
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
