package fanout.run;

/**
 * What lies between turns.
 *
 * @param pauseMillis how long nobody's turn is on, for the last one's garbage collector and JIT compiler to settle
 * @param settleMillis how long each turn goes on unmeasured before it is measured, for caches to fill and threads to wake
 */
public record TurnPauses(int pauseMillis, int settleMillis) {
    /** Of forks that take turns. */
    public static final TurnPauses TURNS = new TurnPauses(10, 100);

    /** Of a fork that has the machine to itself. */
    public static final TurnPauses ALONE = new TurnPauses(0, 0);

    static TurnPauses of(ForkOrder order) {
        return order == ForkOrder.TURNS ? TURNS : ALONE;
    }
}
