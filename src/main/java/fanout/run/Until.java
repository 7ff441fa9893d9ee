package fanout.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a run has measured enough.
 *
 * <p>Tested by {@code fanout.run.UntilTest}.
 *
 * @param halfWidth that of every interval, as a relative change; null if every verdict is to be decided
 */
public record Until(Double halfWidth) {
    /** Every verdict is decided. */
    public static final Until DECIDED = new Until(null);

    private static final String WORD = "decided";
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%?");
    private static final double HUNDRED = 100;

    /**
     * Reads the value of {@code --until}.
     *
     * @throws IllegalArgumentException if it is neither {@code decided} nor a percentage above 0 and below 100
     */
    @JsonCreator
    public static Until parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(WORD)) {
            return DECIDED;
        }
        Matcher percent = PERCENT.matcher(text);
        double value = percent.matches() ? Double.parseDouble(percent.group(1)) : 0;
        if (!(value > 0 && value < HUNDRED)) {
            throw new IllegalArgumentException(
                    "--until is " + text + ", must be decided, or the half width of every interval, such as 1%");
        }
        return new Until(value / HUNDRED);
    }

    @JsonValue
    @Override
    public String toString() {
        return halfWidth == null ? WORD : String.format(Locale.ROOT, "%s%%", trimmed(halfWidth * HUNDRED));
    }

    private static String trimmed(double percent) {
        String text = String.format(Locale.ROOT, "%.6f", percent);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
