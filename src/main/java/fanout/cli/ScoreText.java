package fanout.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Scores and changes as the progress of a run shows them: short, and readable whatever their size. */
final class ScoreText {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final MathContext TIMES_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final String[] SIZES = {"", "k", "M", "G", "T"};
    private static final int STEP = 1000;
    private static final int WHOLE = 10_000;
    private static final int PERCENT = 100;

    private ScoreText() {}

    /** Four digits, as in {@code 25.66} and {@code 893.6M}. */
    static String of(double score) {
        if (!Double.isFinite(score)) {
            return "-";
        }
        double left = new BigDecimal(score).round(DIGITS).doubleValue();
        int size = 0;
        while (Math.abs(left) >= (size == 0 ? WHOLE : STEP) && size < SIZES.length - 1) {
            left /= STEP;
            size++;
        }
        return new BigDecimal(left).round(DIGITS).toPlainString() + SIZES[size];
    }

    /**
     * A relative change and its interval, as in {@code -3.1 % (-5.0 to -1.2)} or, where one of them is beyond 100 %, in
     * times: {@code x4.8 (x0.9 to x25)}.
     */
    static String change(double change, double low, double high) {
        if (Math.max(Math.abs(change), Math.max(Math.abs(low), Math.abs(high))) <= 1) {
            return String.format(
                    Locale.ROOT, "%+.1f %% (%+.1f to %+.1f)", change * PERCENT, low * PERCENT, high * PERCENT);
        }
        return times(1 + change) + " (" + times(1 + low) + " to " + times(1 + high) + ")";
    }

    private static String times(double ratio) {
        if (ratio >= STEP) {
            return "over x" + STEP;
        }
        return ratio < 1.0 / STEP
                ? "under x0.001"
                : "x" + new BigDecimal(ratio).round(TIMES_DIGITS).toPlainString();
    }
}
