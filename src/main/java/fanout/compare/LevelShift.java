package fanout.compare;

/**
 * A place where a line of runs moves to another level.
 *
 * <p>Tested by {@code fanout.compare.ChangePointsTest}.
 *
 * @param first the index of the first run on the new level
 * @param before the level until then: the median of the logarithms of time
 * @param after the level from then on, until the next shift
 * @param p of the rank sum test, times the number of places that were looked at
 */
public record LevelShift(int first, double before, double after, double p) {
    /** The relative change of time: 0.05 is 5 % slower. */
    public double change() {
        return Math.expm1(after - before);
    }
}
