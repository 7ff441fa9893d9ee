package fanout.compare;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Computes how many forks a verdict takes.
 *
 * <p>Tested by {@code fanout.compare.PublishedVectorsTest}.
 */
public final class Power {
    /** The wanted probability of finding a true change of the threshold's size. */
    static final double POWER = 0.8;

    /** More forks or rounds than these are no advice: the noise must become less. */
    public static final int WORTH_MEASURING = 50;

    private static final int MOST = 10_000;

    private Power() {}

    /**
     * The number of forks on each side, or of rounds if paired, that has a power of 80 % to find a change of the
     * threshold's size, if further forks vary as these did.
     *
     * @return at least 3; at most 10000, which means as many or more
     */
    public static int forksNeeded(Effect effect, int baselineForks, int candidateForks, Criteria criteria) {
        double deviation = effect.paired()
                ? effect.standardError() * Math.sqrt(effect.pairs())
                : effect.standardError() / Math.sqrt(1.0 / baselineForks + 1.0 / candidateForks);
        int sides = effect.paired() ? 1 : 2;
        int enough = MOST;
        int fewest = Criteria.FEWEST_FORKS;
        while (fewest < enough) {
            int middle = (fewest + enough) / 2;
            double alpha = effect.looks() == 0
                    ? criteria.alpha()
                    : AlphaSpending.nominal(criteria.alpha(), AlphaSpending.looks(middle));
            if (detectable(deviation, middle, sides, alpha) > criteria.logThreshold()) {
                fewest = middle + 1;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /** The change that is found with the wanted power; a shifted t approximates the non-central t, as is usual. */
    private static double detectable(double deviation, int forks, int sides, double alpha) {
        TDistribution t = TDistribution.of((double) sides * (forks - 1));
        double quantiles = t.inverseCumulativeProbability(1 - alpha / 2) + t.inverseCumulativeProbability(POWER);
        return quantiles * deviation * Math.sqrt((double) sides / forks);
    }
}
