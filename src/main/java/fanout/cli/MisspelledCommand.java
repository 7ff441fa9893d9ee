package fanout.cli;

import fanout.selection.BenchmarkSelector;
import fanout.selection.DidYouMean;
import java.util.Collection;
import java.util.List;

/**
 * A first word that is like a command, but is none, and no benchmark either.
 *
 * <p>Tested by {@code fanout.cli.DidYouMeanUsageTest}.
 */
final class MisspelledCommand {
    private MisspelledCommand() {}

    /** @throws UsageException if the word is one */
    static void refuse(String word, Collection<String> commands) throws UsageException {
        List<String> meant = word.startsWith("-") ? List.of() : DidYouMean.nearest(word, commands);
        if (!meant.isEmpty() && !BenchmarkSelector.matches(word)) {
            throw new UsageException(
                    "'" + word + "' is no command, and no benchmark matches it" + DidYouMean.question(word, commands));
        }
    }
}
