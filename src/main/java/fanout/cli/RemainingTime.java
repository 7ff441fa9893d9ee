package fanout.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How long a run will still take: at first as its iterations say, then as the forks so far took. */
final class RemainingTime {
    private static final int BAR = 10;
    private static final double NANOS = 1e9;
    private static final int MINUTE = 60;

    private final LongSupplier nanos;
    private final int total;
    private int before;
    private int measured;
    private double measuredSeconds;
    private double secondsPerFork;
    private long groupBegan;
    private int alive;

    /**
     * @param total forks of the whole run
     * @param before those of them that an earlier session has measured
     * @param secondsPerFork a guess
     * @param nanos a clock
     */
    RemainingTime(int total, int before, double secondsPerFork, LongSupplier nanos) {
        this.total = total;
        this.before = before;
        this.secondsPerFork = secondsPerFork;
        this.nanos = nanos;
    }

    /** So many forks start. */
    void groupStarts(int forks) {
        alive = forks;
        groupBegan = nanos.getAsLong();
    }

    /** They have ended well. */
    void groupEnded() {
        measuredSeconds += sinceGroupBegan();
        measured += alive;
        alive = 0;
        secondsPerFork = measuredSeconds / measured;
    }

    private double sinceGroupBegan() {
        return (nanos.getAsLong() - groupBegan) / NANOS;
    }

    /** Forks that are through, those alive counted as far as they probably are. */
    private double through() {
        double now = alive == 0 ? 0 : Math.min(alive, sinceGroupBegan() / secondsPerFork);
        return before + measured + now;
    }

    /** The time left, as {@code 7:05}. */
    String left() {
        long seconds = Math.round((total - through()) * secondsPerFork);
        return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }

    /** How much is done, as {@code [=====     ]}. */
    String bar() {
        int done = total == 0 ? BAR : (int) (BAR * through() / total);
        return "[" + "=".repeat(done) + " ".repeat(BAR - done) + "]";
    }
}
