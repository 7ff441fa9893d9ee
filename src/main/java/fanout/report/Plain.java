package fanout.report;

import java.util.regex.Pattern;

/**
 * What comes from a file, made harmless for those who read the report: a benchmark's parameter may hold anything, even
 * the sequences that steer a terminal or turn the direction of the text.
 */
final class Plain {
    /** Control and format characters, line and paragraph separators, and halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Plain() {}

    /** The same text in one line, with a question mark for each character that can't be seen. */
    static String text(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }
}
