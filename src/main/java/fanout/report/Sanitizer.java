package fanout.report;

import java.util.regex.Pattern;

/**
 * Makes text from files harmless for the readers of a report. A benchmark's parameter may hold anything, even sequences
 * that steer a terminal or change the direction of the text.
 */
final class Sanitizer {
    /** Control and format characters, line and paragraph separators, and halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Sanitizer() {}

    /** The same text in one line, with a question mark in place of each character that can't be seen. */
    static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }
}
