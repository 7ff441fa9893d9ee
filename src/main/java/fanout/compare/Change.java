package fanout.compare;

/**
 * The change from the baseline to the candidate, in relative time: +0.05 is 5 % slower, whatever the unit. Of a metric
 * that is no time it is the change of the metric itself. Numbers that can't be had are NaN.
 *
 * <p>Tested by {@code fanout.cli.CompareTest} and {@code fanout.compare.VerdictPropertiesTest}.
 *
 * @param estimate the change itself
 * @param ci its interval, of confidence 1 - alpha
 * @param narrow its interval of confidence 1 - 2 alpha, whose ends are what rules a change out
 * @param paired whether it was estimated round by round
 * @param p of no change, on its own
 * @param pAdjusted after Holm over the family
 * @param looks how often the run looked at it, to end when it was clear, for which intervals and p allow; 0 if the
 *     number of rounds was fixed
 */
public record Change(
        double estimate, Interval ci, Interval narrow, boolean paired, double p, double pAdjusted, int looks) {
    /** @param low and @param high ends, as relative changes */
    public record Interval(double confidence, double low, double high) {
        private static Interval of(Effect effect, double confidence) {
            return effect == null
                    ? new Interval(confidence, Double.NaN, Double.NaN)
                    : new Interval(confidence, effect.low(confidence), effect.high(confidence));
        }
    }

    /** How far the estimate is from no change, in logarithms, so that half the time is as far as twice the time. */
    public double distance() {
        return Math.abs(Math.log1p(estimate));
    }

    /** @param effect null where it can't be estimated */
    static Change of(Effect effect, double pAdjusted, Criteria criteria) {
        return new Change(
                effect == null ? Double.NaN : effect.change(),
                Interval.of(effect, 1 - criteria.alpha()),
                Interval.of(effect, criteria.equivalenceConfidence()),
                effect != null && effect.paired(),
                effect == null ? Double.NaN : effect.p(),
                pAdjusted,
                effect == null ? 0 : effect.looks());
    }
}
