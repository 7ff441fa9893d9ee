package fanout.run;

/**
 * The pauses between turns, and at the start of each turn.
 *
 * @param pauseMillis how long no fork has the turn, so that the last one's garbage collector and JIT compiler can
 *     settle
 * @param settleMillis how long each turn runs before its measurement begins, so that caches fill and threads wake up
 */
public record TurnPauses(int pauseMillis, int settleMillis) {
    /** For forks that take turns. */
    public static final TurnPauses TURNS = new TurnPauses(10, 100);

    /** For a fork that has the machine to itself. */
    public static final TurnPauses ALONE = new TurnPauses(0, 0);

    static TurnPauses of(ForkOrder order) {
        return order == ForkOrder.TURNS ? TURNS : ALONE;
    }
}
