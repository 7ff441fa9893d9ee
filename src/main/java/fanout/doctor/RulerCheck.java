package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.Locale;

/**
 * How steady the speed of a core is.
 *
 * <p>Tested by {@code fanout.doctor.RulerCheckTest}.
 */
final class RulerCheck {
    private static final String NAME = "ruler";

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** A core whose speed varies by this much moves a score more than most changes do. */
    private static final double UNSTEADY = 1.2;

    private static final double RESTLESS = 1.05;

    private RulerCheck() {}

    /** The ends of the middle nine tenths: a single interrupt is none of it. */
    static Finding spread(Observations seen) {
        double[] times = seen.rulerMillis().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (times.length == 0 || times[0] <= 0) {
            return Finding.unknown(NAME, "not measured");
        }
        double low = times[(int) (LOW * (times.length - 1))];
        double high = times[(int) (HIGH * (times.length - 1))];
        String text = String.format(
                Locale.ROOT, "a fixed loop took %.2f to %.2f ms (9 of 10 times of %d)", low, high, times.length);
        if (high / low < RESTLESS) {
            return Finding.ok(NAME, text);
        }
        return new Finding(
                NAME,
                high / low < UNSTEADY ? Severity.NOTE : Severity.WARNING,
                text,
                String.format(Locale.ROOT, "the speed of a core changes by %.2f x", high / low),
                "see what else is found; take turns (the default) and more rounds");
    }
}
