package fanout.run;

import java.util.List;

/**
 * Forks that are alive together.
 *
 * @param round from 1
 * @param arms the arms, each with one fork, in the order in which the forks start
 */
public record ForkGroup(int round, List<Arm> arms) {
    public ForkGroup {
        arms = List.copyOf(arms);
        if (round < 1 || arms.isEmpty()) {
            throw new IllegalArgumentException("a group of forks has a round from 1 on, and an arm");
        }
    }
}
