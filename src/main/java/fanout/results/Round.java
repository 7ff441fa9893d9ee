package fanout.results;

/**
 * The round in which a fork took turns with others. Forks of the same round of the same run are compared as pairs.
 *
 * @param run identifies the run among all that are compared; the host alone would not, since two may have the same name
 * @param number from 1
 */
public record Round(String run, int number) {
    @Override
    public String toString() {
        return run + "/" + number;
    }
}
