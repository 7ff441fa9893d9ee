package fanout.benchmark;

import fanout.record.JvmOptions;
import java.util.List;

/**
 * Makes each batch take longer by a known part of its own time: a truth that a comparison must find, under all the
 * noise that is real. It is set by {@code -Dfanout.slowdown=0.03} among the options of an arm, and spins after each
 * batch for 3 % of the time that the batch took.
 *
 * <p>Tested by {@code fanout.benchmark.SlowdownTest} and {@code fanout.cli.ArmUsageTest}.
 *
 * @param part 0 to 1
 */
public record Slowdown(double part) {
    public static final String PROPERTY = "fanout.slowdown";

    private static final Slowdown NONE = new Slowdown(0);

    /**
     * Reads the value of the property; null for none.
     *
     * @throws IllegalArgumentException if it is not a number from 0 to 1; the message is one line
     */
    public static Slowdown parse(String value) {
        try {
            return value == null ? NONE : new Slowdown(Double.parseDouble(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "-D" + PROPERTY + " is " + value + ", must be a part of a batch's time, 0 to 1", e);
        }
    }

    /**
     * That of a JVM with these options, of which the last one counts.
     *
     * @throws IllegalArgumentException if one of them is no slowdown; the message is one line
     */
    public static Slowdown of(List<String> options) {
        return JvmOptions.values(options, PROPERTY).map(Slowdown::parse).reduce(NONE, (before, last) -> last);
    }

    /** That of this JVM. */
    static Slowdown ofThisJvm() {
        return parse(System.getProperty(PROPERTY));
    }

    public Slowdown {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("a slowdown is " + part + ", must be 0 to 1");
        }
    }

    /** Returns when this part of the time since then has passed once more. */
    void since(long startNanos) {
        if (part == 0) {
            return;
        }
        long now = System.nanoTime();
        long end = now + (long) (part * (now - startNanos));
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
