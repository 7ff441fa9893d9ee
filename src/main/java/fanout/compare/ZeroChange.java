package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import java.util.List;

/**
 * What can be said of a secondary metric that is 0 in every fork of a side, though 0 has no logarithm and makes no
 * ratio.
 *
 * <p>Where nothing changed, three forks of one side without zeros and three of the other with nothing else are chance
 * in 3 % of comparisons at most: 2 q^3 (1 - q)^3, whatever the share q of forks that are 0.
 *
 * <p>Tested by {@code fanout.cli.AmountsTest}.
 */
record ZeroChange(Verdict verdict, String reason) {
    /** Null unless one side is 0 throughout, and the other is 0 or above throughout. */
    static ZeroChange of(Metric baseline, Metric candidate) {
        List<ForkSamples> from = LogSamples.used(baseline, candidate);
        List<ForkSamples> to = LogSamples.used(candidate, baseline);
        if (baseline.name().isEmpty() || Math.min(from.size(), to.size()) < Criteria.FEWEST_FORKS) {
            return null;
        }
        if (areZero(from) && areZero(to)) {
            return new ZeroChange(Verdict.UNCHANGED, "0 in each fork of both sides");
        }
        boolean grows = areZero(from) && areAbove(to);
        if (!grows && !(areAbove(from) && areZero(to))) {
            return null;
        }
        return new ZeroChange(
                grows == baseline.unit().isRate() ? Verdict.FASTER : Verdict.SLOWER,
                (grows ? sides("baseline", from, "candidate", to) : sides("candidate", to, "baseline", from))
                        + ": a change from or to 0 has no percentage");
    }

    private static String sides(String zero, List<ForkSamples> zeros, String above, List<ForkSamples> others) {
        return "0 in each of " + zeros.size() + " forks of the " + zero + ", above 0 in each of " + others.size()
                + " of the " + above;
    }

    private static boolean areZero(List<ForkSamples> forks) {
        return forks.stream().allMatch(fork -> fork.median() == 0);
    }

    private static boolean areAbove(List<ForkSamples> forks) {
        return forks.stream().allMatch(fork -> fork.median() > 0);
    }
}
