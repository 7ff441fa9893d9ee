package fanout.results;

/**
 * Where a fork took turns with others: those of the same round of the same run are pairs.
 *
 * @param run what tells the run from all others that are compared: two of them may be of hosts with the same name
 * @param number from 1
 */
public record Round(String run, int number) {
    @Override
    public String toString() {
        return run + "/" + number;
    }
}
