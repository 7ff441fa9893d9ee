package fanout.cli;

import java.util.List;
import org.openjdk.jmh.util.Utils;

/**
 * Options in one text, separated by blanks; quotation marks keep together what has blanks in it.
 *
 * <p>Tested by {@code fanout.cli.ArmFlagTest} and {@code fanout.cli.ArmUsageTest}.
 */
final class QuotedWords {
    private QuotedWords() {}

    /** @throws IllegalArgumentException if a quotation mark is not closed; callers put the flag before the message */
    static List<String> split(String text) {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new IllegalArgumentException("a quotation mark is not closed");
        }
        return List.copyOf(Utils.splitQuotedEscape(text));
    }
}
