package fanout.results;

import java.util.Locale;
import java.util.Map;

/**
 * The unit of a score, as JMH writes it, and how to compare it with another.
 *
 * @param text the unit as it is in the file, such as {@code ms/op}, {@code ops/us} or {@code B/op}
 */
public record ScoreUnit(String text) {
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

    private static final String PER_OP = "/op";
    private static final String OPS_PER = "ops/";

    public ScoreUnit {
        text = text.strip();
    }

    /** Whether a larger score is better, as for operations per time. */
    public boolean isRate() {
        return text.startsWith(OPS_PER) && SECONDS.containsKey(time());
    }

    /** Whether it is a time of whatever there is one of: {@code us/op}, {@code ms/request}, {@code ms}. */
    public boolean isTimePerAny() {
        return SECONDS.containsKey(text.replaceFirst("/.*", "").toLowerCase(Locale.ROOT));
    }

    /** Whether it is the time of an op. JMH 1.0 writes the unit of single-shot scores without the op: {@code ms}. */
    public boolean isTime() {
        return !text.startsWith(OPS_PER) && SECONDS.containsKey(time());
    }

    private String time() {
        String time = text.startsWith(OPS_PER) ? text.substring(OPS_PER.length()) : text;
        return (time.endsWith(PER_OP) ? time.substring(0, time.length() - PER_OP.length()) : time)
                .toLowerCase(Locale.ROOT);
    }

    /** The unit that all comparable units can be turned into: {@code s/op}, {@code ops/s}, or the unit itself. */
    public String dimension() {
        if (isTime()) {
            return "s/op";
        }
        return isRate() ? "ops/s" : text;
    }

    /** The factor that turns a score in this unit into one in its {@link #dimension}. */
    public double factor() {
        if (isTime()) {
            return SECONDS.get(time());
        }
        return isRate() ? 1 / SECONDS.get(time()) : 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
