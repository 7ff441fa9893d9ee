package fanout.cli;

import fanout.selection.BenchmarkSelector;
import fanout.selection.DidYouMean;
import java.util.Collection;
import java.util.List;

/**
 * A word in the place of a benchmark that is like a command, and no benchmark.
 *
 * <p>Tested by {@code fanout.cli.DidYouMeanUsageTest}.
 */
final class MisspelledCommand {
    private MisspelledCommand() {}

    /** @throws UsageException if the word is one */
    static void refuse(String word, Collection<String> commands) throws UsageException {
        if (commands.contains(word) && !BenchmarkSelector.matches(word)) {
            throw new UsageException(
                    "'" + word + "' is a command, which must be the first word; no benchmark matches it");
        }
        List<String> meant = word.startsWith("-") ? List.of() : DidYouMean.nearest(word, commands);
        if (!meant.isEmpty() && !BenchmarkSelector.matches(word)) {
            throw new UsageException(
                    "'" + word + "' is no command, and no benchmark matches it" + DidYouMean.question(word, commands));
        }
    }
}
