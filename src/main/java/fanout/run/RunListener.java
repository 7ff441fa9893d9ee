package fanout.run;

import org.openjdk.jmh.results.Result;

/** Hears how a run gets on. Called from several threads. */
public interface RunListener {
    /** The forks of a group of forks are about to start. */
    default void groupStarts(ForkGroup forkGroup) {}

    /** A fork got its turn, its first being number 1. */
    default void turn(Arm arm, int number, boolean warmup) {}

    /** A fork finished an iteration. */
    default void iteration(Arm arm, boolean warmup, Result<?> score) {}

    /** All forks of a group of forks ended well, and their results are kept. */
    default void groupEnded(ForkGroup forkGroup) {}

    /**
     * A group of forks failed because of one arm.
     *
     * @param next what is done about it, in a few words
     */
    default void groupFailed(ForkGroup forkGroup, Arm arm, String problem, String next) {}
}
