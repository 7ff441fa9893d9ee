package fanout.workload;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the delays of answers differ. Each is drawn from a seed that is made of the batch and the request alone, so that
 * every strategy meets the same delays.
 *
 * <ul>
 *   <li>{@code none}: each answer waits for {@code delayMillis};
 *   <li>{@code lognormal:SIGMA}: the logarithms of the delays have this standard deviation, and the delays have
 *       {@code delayMillis} as their mean. A draw lies at most four deviations from the mean of the logarithms;
 *   <li>{@code stragglers:PERCENT:MILLIS}: so many answers of a hundred wait for MILLIS, the others for
 *       {@code delayMillis}.
 * </ul>
 *
 * <p>Delays are whole milliseconds, as the server waits.
 *
 * @param text as it was given
 * @param sigma of {@code lognormal}, else 0
 * @param share of stragglers, 0 to 1
 * @param stragglerMillis how long they wait
 */
public record DelaySpread(String text, double sigma, double share, int stragglerMillis) {
    public static final DelaySpread NONE = new DelaySpread("none", 0, 0, 0);

    private static final Pattern LOGNORMAL = Pattern.compile("lognormal:([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern STRAGGLERS = Pattern.compile("stragglers:([0-9]+(?:\\.[0-9]+)?):([0-9]{1,5})");
    /** Odd, without a pattern, and not what SplittableRandom itself adds to its seed: so no two seeds are near. */
    private static final long BATCH_FACTOR = 0xAEF1_7502_108E_F2D9L;

    private static final long REQUEST_FACTOR = 0xD1B5_4A32_D192_ED03L;
    private static final double MOST_SIGMA = 3;
    private static final double MOST_DEVIATIONS = 4;
    private static final int MOST_MILLIS = 60_000;
    private static final double PERCENT = 100;

    /** To which a time limit can be added without an overflow. */
    private static final int LONGEST_MILLIS = Integer.MAX_VALUE / 2;

    /** @throws IllegalArgumentException if it is none of the three; the message says in one line what would be right */
    public static DelaySpread parse(String text) {
        Matcher lognormal = LOGNORMAL.matcher(text);
        Matcher stragglers = STRAGGLERS.matcher(text);
        if (text.equals(NONE.text)) {
            return NONE;
        }
        if (lognormal.matches()) {
            double sigma = Double.parseDouble(lognormal.group(1));
            if (sigma > 0 && sigma <= MOST_SIGMA) {
                return new DelaySpread(text, sigma, 0, 0);
            }
        }
        if (stragglers.matches()) {
            double percent = Double.parseDouble(stragglers.group(1));
            int millis = Integer.parseInt(stragglers.group(2));
            if (percent > 0 && percent <= PERCENT && millis >= 1 && millis <= MOST_MILLIS) {
                return new DelaySpread(text, 0, percent / PERCENT, millis);
            }
        }
        throw new IllegalArgumentException(
                "delaySpread is " + text + ", must be none, lognormal:SIGMA with SIGMA up to 3,"
                        + " or stragglers:PERCENT:MILLIS with MILLIS up to " + MOST_MILLIS);
    }

    /** @throws IllegalArgumentException if it spreads delays of 0 ms, which leaves them 0 */
    public void requireDelay(int delayMillis) {
        if (sigma > 0 && delayMillis == 0) {
            throw new IllegalArgumentException("delaySpread is " + text + ", but delayMillis is 0, must be 1 or more");
        }
    }

    /** Whether every answer waits for {@code delayMillis}. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether any answer waits. */
    public boolean waits(int delayMillis) {
        return delayMillis > 0 || share > 0;
    }

    /** How long the answer to a request waits, in ms. */
    public int millis(int delayMillis, long batch, long id) {
        if (isNone()) {
            return delayMillis;
        }
        SplittableRandom random = new SplittableRandom(batch * BATCH_FACTOR + id * REQUEST_FACTOR);
        if (share > 0) {
            return random.nextDouble() < share ? stragglerMillis : delayMillis;
        }
        double drawn = random.nextGaussian();
        return lognormal(delayMillis, Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, drawn)));
    }

    private int lognormal(int delayMillis, double deviations) {
        double millis = delayMillis * Math.exp(sigma * deviations - sigma * sigma / 2);
        return (int) Math.min(LONGEST_MILLIS, Math.round(millis));
    }

    /** The longest that any answer waits, in ms. */
    public int mostMillis(int delayMillis) {
        return sigma > 0 ? lognormal(delayMillis, MOST_DEVIATIONS) : Math.max(delayMillis, stragglerMillis);
    }

    @Override
    public String toString() {
        return text;
    }
}
