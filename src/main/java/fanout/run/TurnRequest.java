package fanout.run;

import java.io.IOException;

/**
 * A fork's request for its next turn.
 *
 * @param warmup whether the turn is for an iteration of the warm-up
 * @param iterationMillis how long the iteration is to last; 0 for a single shot
 * @param timeoutMillis how much longer than that JMH lets it run
 */
record TurnRequest(boolean warmup, long iterationMillis, long timeoutMillis) {
    private static final String WORD = "READY";
    private static final int PARTS = 4;

    static TurnRequest parse(String line) throws IOException {
        String[] parts = line.split(" ");
        if (parts.length != PARTS || !parts[0].equals(WORD)) {
            throw new IOException("a fork said '" + line + "' instead of " + WORD);
        }
        return new TurnRequest(Boolean.parseBoolean(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    @Override
    public String toString() {
        return WORD + " " + warmup + " " + iterationMillis + " " + timeoutMillis;
    }
}
