package fanout.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** A number beside a tick, with no more digits than it needs: {@code 10}, {@code 2.5}, {@code 1e9}. */
public final class TickLabel {
    private static final int DIGITS = 4;

    private TickLabel() {}

    /** The number in the same form in every locale. */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.0e", value).replaceFirst("e\\+?(-?)0?", "e$1");
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
