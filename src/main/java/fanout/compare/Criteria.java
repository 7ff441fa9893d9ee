package fanout.compare;

/**
 * The criteria of a verdict.
 *
 * @param threshold the smallest relative change of time that matters: 0.03 is 3 %
 * @param alpha the accepted probability of a false alarm, for all benchmarks of a comparison together
 */
public record Criteria(double threshold, double alpha) {
    /** Forks on each side, or rounds, that a verdict takes. */
    public static final int FEWEST_FORKS = 3;

    public static final Criteria DEFAULT = new Criteria(0.03, 0.05);

    /** @throws IllegalArgumentException if the threshold is not in (0, 1], or alpha not in (0, 0.5) */
    public Criteria {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", must be above 0 and at most 1");
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", must be above 0 and below 0.5");
        }
    }

    /** The threshold as a difference of logarithms. */
    public double logThreshold() {
        return Math.log1p(threshold);
    }

    /** The confidence of the interval whose two ends show that there is no change of the threshold's size. */
    public double equivalenceConfidence() {
        return 1 - 2 * alpha;
    }
}
