package fanout.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/** How many forks a question takes. Tested by {@code fanout.compare.PublishedVectorsTest}. */
public final class Power {
    /** The probability of seeing a true change of the threshold's size. */
    static final double POWER = 0.8;

    private static final int MOST = 10_000;

    private Power() {}

    /**
     * Forks a side (rounds, if paired) for a power of 80 % against a change of the threshold's size, as long as forks
     * vary as they did.
     *
     * @return at least 3; at most 10000, which means as many or more
     */
    public static int forksNeeded(Effect effect, int baselineForks, int candidateForks, Criteria criteria) {
        double deviation = effect.paired()
                ? effect.standardError() * Math.sqrt(effect.pairs())
                : effect.standardError() / Math.sqrt(1.0 / baselineForks + 1.0 / candidateForks);
        int sides = effect.paired() ? 1 : 2;
        int enough = MOST;
        int fewest = LogSamples.FEWEST_FORKS;
        while (fewest < enough) {
            int middle = (fewest + enough) / 2;
            if (detectable(deviation, middle, sides, criteria.alpha()) > criteria.logThreshold()) {
                fewest = middle + 1;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /** The change that is seen with the wanted power, by the usual approximation of the non-central t by a shifted one. */
    private static double detectable(double deviation, int forks, int sides, double alpha) {
        TDistribution t = TDistribution.of((double) sides * (forks - 1));
        double quantiles = t.inverseCumulativeProbability(1 - alpha / 2) + t.inverseCumulativeProbability(POWER);
        return quantiles * deviation * Math.sqrt((double) sides / forks);
    }
}
