package fanout.server;

import java.util.Optional;

/**
 * One line that a forked server writes to its parent. A mark distinguishes it from what a JVM may print by itself,
 * since both come through the same pipe.
 *
 * @param ok whether the command was carried out; else {@code text} is why not
 * @param text the rest of the line
 */
record ServerAnswer(boolean ok, String text) {
    private static final String DONE = "fanout-server: ";
    private static final String REFUSED = "fanout-server! ";

    /** @throws IllegalArgumentException if the text is more than one line */
    ServerAnswer {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("an answer is one line, not: " + text);
        }
    }

    /** The answer in a line of output; empty if the line is something else. */
    static Optional<ServerAnswer> parse(String line) {
        if (line.startsWith(DONE)) {
            return Optional.of(new ServerAnswer(true, line.substring(DONE.length())));
        }
        if (line.startsWith(REFUSED)) {
            return Optional.of(new ServerAnswer(false, line.substring(REFUSED.length())));
        }
        return Optional.empty();
    }

    /** What {@link #parse} reads, without an end of line. */
    String line() {
        return (ok ? DONE : REFUSED) + text;
    }
}
