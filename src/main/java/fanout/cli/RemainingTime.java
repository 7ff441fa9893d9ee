package fanout.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Estimates how long a run will still take: at first from its iterations, then from the time of the forks so far. */
final class RemainingTime {
    private static final int BAR = 10;
    private static final double NANOS = 1e9;
    private static final int MINUTE = 60;

    private final LongSupplier nanos;
    private int total;
    private int before;
    private int measured;
    private double measuredSeconds;
    private double secondsPerFork;
    private long groupBegan;
    private int alive;

    /**
     * @param total forks of the whole run; it grows if there are more
     * @param before how many of them an earlier session has measured
     * @param secondsPerFork an estimate
     * @param nanos a clock
     */
    RemainingTime(int total, int before, double secondsPerFork, LongSupplier nanos) {
        this.total = total;
        this.before = before;
        this.secondsPerFork = secondsPerFork;
        this.nanos = nanos;
    }

    /** Notes that this many forks start. */
    void groupStarts(int forks) {
        alive = forks;
        total = Math.max(total, before + measured + forks);
        groupBegan = nanos.getAsLong();
    }

    /** Notes that they have ended well. */
    void groupEnded() {
        measuredSeconds += sinceGroupBegan();
        measured += alive;
        alive = 0;
        secondsPerFork = measuredSeconds / measured;
    }

    private double sinceGroupBegan() {
        return (nanos.getAsLong() - groupBegan) / NANOS;
    }

    /** How many forks are done. Those that are alive count in part, as far as they probably are. */
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
