package fanout.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who goes before whom. A place in the order can matter: the first fork to start finds another machine than the last,
 * and within a cycle of turns a machine's speed drifts. So the places are balanced, not drawn.
 *
 * <p>Tested by {@code fanout.run.RunPlanTest} and {@code fanout.run.ForkGroupRunnerTest}.
 */
final class TurnOrder {
    private TurnOrder() {}

    /**
     * The order in which the forks of a round start: shuffled once for all rounds, then moved on by one place from
     * round to round, so that each of n arms is the first in one of n rounds.
     *
     * @param random the same in each round
     * @param round from 1
     */
    static <T> List<T> ofStarts(List<T> arms, Random random, int round) {
        List<T> order = new ArrayList<>(arms);
        Collections.shuffle(order, random);
        Collections.rotate(order, -(round - 1));
        return order;
    }

    /** The order of a cycle's turns: each shuffled cycle is followed by its reverse, as in ABBA. */
    static <T> void next(List<T> cycle, int number, Random random) {
        if (number % 2 == 0) {
            Collections.shuffle(cycle, random);
        } else {
            Collections.reverse(cycle);
        }
    }
}
