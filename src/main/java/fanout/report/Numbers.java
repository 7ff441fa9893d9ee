package fanout.report;

import fanout.compare.Change.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people, in the same form in every locale. */
final class Numbers {
    private static final int DIGITS = 4;
    private static final int PERCENTILE_DIGITS = 3;
    private static final double HALF = 0.5;

    private Numbers() {}

    /** A score with four significant digits, or {@code -}. */
    static String score(double score) {
        if (!Double.isFinite(score)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(score).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        boolean huge = rounded.precision() - rounded.scale() > 9 || Math.abs(score) < 1e-4 && score != 0;
        return huge ? String.format(Locale.ROOT, "%.3e", score) : rounded.toPlainString();
    }

    /** A ratio such as {@code ×1.61}, or {@code -}. */
    static String times(double ratio) {
        return Double.isFinite(ratio) ? "×" + digits(ratio, 3) : "-";
    }

    /** A number with so many significant digits, or {@code -}. */
    static String digits(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .toPlainString()
                : "-";
    }

    /** A percentile of a histogram, which keeps no more than three digits of it. */
    static String percentile(double value) {
        return digits(value, PERCENTILE_DIGITS);
    }

    /** A relative change in percent, with its sign, or {@code -}. */
    static String change(double change) {
        return Double.isFinite(change) ? signed(change) + " %" : "-";
    }

    /** A change beside its verdict: in percent, or beyond ±50 % as the factor between the two, whichever is larger. */
    static String effect(double change) {
        if (!Double.isFinite(change) || Math.abs(change) <= HALF) {
            return change(change);
        }
        double ratio = 1 + change;
        return digits(ratio < 1 ? 1 / ratio : ratio, 3) + "×";
    }

    /** How large a change is, where words say its direction: {@code 3.6 %}, {@code 4.70×}. */
    static String size(double change) {
        return effect(change).replaceFirst("^[+-](?=\\d)", "");
    }

    /** An interval of scores, or {@code -}. */
    static String range(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? score(low) + " to " + score(high) : "-";
    }

    /** An interval of changes in percent, or as factors where an end is more than doubled; empty if there is none. */
    static String changes(Interval interval) {
        if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
            return "";
        }
        return interval.high() > 1
                ? times(1 + interval.low()) + " to " + times(1 + interval.high())
                : signed(interval.low()) + " to " + signed(interval.high()) + " %";
    }

    /** An interval of changes after its confidence, as in {@code 95 %: -1.0 to +2.0 %}, or {@code -}. */
    static String interval(Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
                ? percent(interval.confidence()) + ": " + signed(interval.low()) + " to " + signed(interval.high())
                        + " %"
                : "-";
    }

    private static String signed(double ratio) {
        String percent = String.format(Locale.ROOT, "%+.1f", 100 * ratio);
        return percent.equals("-0.0") ? "+0.0" : percent;
    }

    /** A ratio in percent without a sign, such as {@code 3 %} or {@code 2.5 %}. */
    static String percent(double ratio) {
        return new BigDecimal(100 * ratio)
                        .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
