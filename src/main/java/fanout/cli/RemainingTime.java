package fanout.cli;

import java.util.function.LongSupplier;

/** Estimates how long a run will still take: at first from its iterations, then from the time of the forks so far. */
final class RemainingTime {
    private static final int BAR = 10;
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final int before;
    private final long began;
    private int total;
    private double mostSeconds = Double.POSITIVE_INFINITY;
    private boolean openEnded;
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
        this.began = nanos.getAsLong();
    }

    /**
     * Bounds the time that is left.
     *
     * @param seconds from now; infinite if there is no bound
     * @param open whether the number of forks is not known, so that the bound is all that can be said
     */
    void bound(double seconds, boolean open) {
        mostSeconds = seconds;
        openEnded = open;
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
        double bound = Math.max(0, mostSeconds - (nanos.getAsLong() - began) / NANOS);
        double forks = (total - through()) * secondsPerFork;
        return DurationFlag.minutes(openEnded && Double.isFinite(bound) ? bound : Math.min(bound, forks));
    }

    /** How much is done, as {@code [=====     ]}. */
    String bar() {
        int done = total == 0 ? BAR : (int) (BAR * through() / total);
        return "[" + "=".repeat(done) + " ".repeat(BAR - done) + "]";
    }
}
