package fanout.study;

import fanout.compare.AlphaSpending;
import fanout.compare.Effect;
import fanout.compare.Verdict;
import fanout.compare.VerdictRule;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Some rounds of a real run that follow each other, as if they were a run of their own, of two arms of which the true
 * difference is known.
 *
 * @param pair the scores of both arms, round by round
 * @param truth by how much longer the candidate takes: 0.03 is 3 %
 */
record VirtualRun(SimulatedPair pair, double truth) {
    private static final int FEWEST = 3;

    int rounds() {
        return pair.baseline().length;
    }

    /** The first rounds alone. */
    private VirtualRun first(int rounds) {
        return new VirtualRun(
                new SimulatedPair(
                        List.of(pair.baseline()).subList(0, rounds).toArray(double[][]::new),
                        List.of(pair.candidate()).subList(0, rounds).toArray(double[][]::new),
                        pair.paired()),
                truth);
    }

    /** The effect after all rounds; {@code looked} if after each round from the third on somebody looked. */
    Effect effect(boolean looked) {
        return Rule.effect(pair).lookedAt(looked && pair.paired() ? AlphaSpending.looks(rounds()) : 0);
    }

    /** After how many rounds {@code run --until decided} ends; empty if it is not decided by the end. */
    OptionalInt decided() {
        return IntStream.rangeClosed(FEWEST, rounds())
                .filter(rounds -> isDecided(VerdictRule.verdict(first(rounds).effect(true))))
                .findFirst();
    }

    private static boolean isDecided(Verdict verdict) {
        return verdict != Verdict.INCONCLUSIVE && verdict != Verdict.NOT_FASTER;
    }

    /** What {@code run --until decided} says in the end. */
    Effect untilDecided() {
        return first(decided().orElse(rounds())).effect(true);
    }

    /** The same for whoever stops as soon as p is below 5 %, and looks at p as if it were the first time. */
    Effect untilSignificant() {
        int rounds = IntStream.rangeClosed(FEWEST, rounds())
                .filter(each -> first(each).effect(false).p() < Rule.ALPHA)
                .findFirst()
                .orElse(rounds());
        return first(rounds).effect(false);
    }
}
