package fanout.report;

/**
 * The thousands, millions or billions in which all numbers of a column are written.
 *
 * @param divisor what the numbers are divided by
 * @param suffix what stands behind them: {@code k}, {@code M}, {@code G}, or nothing
 */
record Magnitude(double divisor, String suffix) {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    /** Below it a number is short enough as it is. */
    private static final double LONG = 1e5;

    /** Of a column whose largest number this is. */
    static Magnitude of(double largest) {
        if (!(largest >= LONG) || Double.isInfinite(largest)) {
            return new Magnitude(1, "");
        }
        if (largest >= GIGA) {
            return new Magnitude(GIGA, " G");
        }
        return largest >= MEGA ? new Magnitude(MEGA, " M") : new Magnitude(KILO, " k");
    }

    /** The number with four significant digits, or {@code -}. */
    String score(double score) {
        return Double.isFinite(score) ? Numbers.score(score / divisor) + suffix : "-";
    }

    /** An interval, or {@code -}. */
    String range(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high)
                ? Numbers.score(low / divisor) + " to " + Numbers.score(high / divisor) + suffix
                : "-";
    }
}
