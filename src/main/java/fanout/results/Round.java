package fanout.results;

/**
 * The round in which a fork took turns with others. Forks of the same round of the same run are compared as pairs.
 *
 * @param run identifies the run among all that are compared; the host alone would not, since two may have the same name
 * @param number from 1
 * @param lookedAt whether the run looked at its results after each round, to end when they were clear
 */
public record Round(String run, int number, boolean lookedAt) {
    /** A round of a run whose number of rounds was fixed. */
    public Round(String run, int number) {
        this(run, number, false);
    }

    @Override
    public String toString() {
        return run + "/" + number;
    }
}
