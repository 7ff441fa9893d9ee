package fanout.run;

/** Observes the progress of a run. Its methods are called from several threads. */
public interface RunListener {
    /** The forks of a group are about to start. */
    default void groupStarts(ForkGroup forkGroup) {}

    /** A fork got its turn; its first turn has the number 1. */
    default void turn(Arm arm, int number, boolean warmup) {}

    /** A fork finished an iteration; the score is in this unit. */
    default void iteration(Arm arm, boolean warmup, double score, String unit) {}

    /** All groups of a round are over. There are no rounds in JMH's own order. */
    default void roundEnded(int round) {}

    /** All forks of a group ended well, and their results are written. */
    default void groupEnded(ForkGroup forkGroup) {}

    /**
     * A group failed because of one arm.
     *
     * @param next what the run does about it, in a few words
     */
    default void groupFailed(ForkGroup forkGroup, Arm arm, String problem, String next) {}
}
