package fanout.host;

import java.io.IOException;

/**
 * What a fork says when it has ended an iteration, and with it its turn.
 *
 * @param last whether it was the last iteration
 * @param score that of the iteration
 * @param unit that of the score
 * @param work what the JVM did beside the benchmark since the iteration before
 */
public record IterationEnd(boolean last, double score, String unit, JvmWork work) {
    /** What a fork says instead if the benchmark failed; JMH reports why. */
    static final String FAILED = "FAILED";

    private static final String DONE = "DONE";
    private static final String LAST = "LAST";
    private static final int PARTS = 4;

    /** @throws IOException if the line is something else */
    public static IterationEnd parse(String line) throws IOException {
        String[] parts = line.split(" ", PARTS);
        if (parts.length != PARTS || !parts[0].equals(DONE) && !parts[0].equals(LAST)) {
            throw new IOException(
                    line.equals(FAILED) ? "failed" : "a fork said '" + line + "' instead of " + DONE + " or " + LAST);
        }
        try {
            return new IterationEnd(
                    parts[0].equals(LAST), Double.parseDouble(parts[1]), parts[PARTS - 1], JvmWork.parse(parts[2]));
        } catch (IllegalArgumentException e) {
            throw new IOException("a fork said '" + line + "', which has no number where one belongs", e);
        }
    }

    @Override
    public String toString() {
        return (last ? LAST : DONE) + " " + score + " " + work + " " + unit;
    }
}
