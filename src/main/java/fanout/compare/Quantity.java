package fanout.compare;

import fanout.results.ScoreUnit;

/**
 * What a metric measures, which decides in which words its change is told.
 *
 * <p>Tested by {@code fanout.cli.AmountsTest}.
 */
public enum Quantity {
    /** The time of an op or a request, or how many ops a time has room for: slower or faster. */
    TIME("slower", "faster"),

    /** Anything else, such as bytes or counts: higher or lower. More of it need not be worse. */
    AMOUNT("higher", "lower");

    private final String up;
    private final String down;

    Quantity(String up, String down) {
        this.up = up;
        this.down = down;
    }

    /** @param score whether it is of a score, which is a time in any unit: JMH knows no other */
    static Quantity of(boolean score, ScoreUnit unit) {
        return score || unit.isTimePerAny() || unit.isRate() ? TIME : AMOUNT;
    }

    /** Which way a difference of logarithms goes: {@code slower} or {@code higher} if it is not negative. */
    String direction(double difference) {
        return difference < 0 ? down : up;
    }

    /** The verdict in the words of this quantity. */
    String word(Verdict verdict) {
        return verdict.toString().replace(TIME.up, up).replace(TIME.down, down);
    }
}
