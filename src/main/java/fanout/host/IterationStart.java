package fanout.host;

import java.io.IOException;

/**
 * What a fork says when it begins the iteration of its turn.
 *
 * @param warmup whether the iteration is one of the warm-up
 * @param iterationMillis how long it is to last; 0 for a single shot
 * @param timeoutMillis after how long JMH interrupts it, if it has not ended by then
 */
public record IterationStart(boolean warmup, long iterationMillis, long timeoutMillis) {
    private static final String WORD = "BEGIN";
    private static final int PARTS = 4;

    /** @throws IOException if the line is something else */
    public static IterationStart parse(String line) throws IOException {
        String[] parts = line.split(" ");
        if (parts.length != PARTS || !parts[0].equals(WORD)) {
            throw new IOException("a fork said '" + line + "' instead of " + WORD);
        }
        return new IterationStart(Boolean.parseBoolean(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    @Override
    public String toString() {
        return WORD + " " + warmup + " " + iterationMillis + " " + timeoutMillis;
    }
}
