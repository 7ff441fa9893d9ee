package fanout.run;

import java.util.List;

/**
 * Forks that are alive together.
 *
 * @param round from 1
 * @param arms one fork each, in the order in which they start
 */
public record ForkGroup(int round, List<Arm> arms) {
    public ForkGroup {
        arms = List.copyOf(arms);
        if (round < 1 || arms.isEmpty()) {
            throw new IllegalArgumentException("a heat has a round from 1 on, and an arm");
        }
    }
}
