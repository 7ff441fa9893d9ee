package fanout.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration on the command line: {@code 90s}, {@code 10m}, {@code 2h}.
 *
 * <p>Tested by {@code fanout.cli.RunUsageTest}.
 */
final class DurationFlag {
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private DurationFlag() {}

    /** @throws IllegalArgumentException if the text is no duration; the message names the flag */
    static int seconds(String flag, String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new IllegalArgumentException(flag + " is " + text + ", must be a time such as 90s, 10m or 2h");
        }
        int unit = duration.group(2).equals("s") ? 1 : duration.group(2).equals("m") ? MINUTE : HOUR;
        return Math.multiplyExact(Integer.parseInt(duration.group(1)), unit);
    }

    /** {@code 7:05}. */
    static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE);
    }
}
