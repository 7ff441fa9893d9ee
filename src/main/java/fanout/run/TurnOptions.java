package fanout.run;

import java.util.Objects;

/**
 * What a fork is told so that it can take turns. It travels as the options of a profiler, not as arguments of the JVM,
 * which stay alike in all arms.
 *
 * @param port of the turnstile, on loopback
 * @param token that shows that the fork is one of this run's
 * @param forkNumber its number in the group
 * @param settleMillis how long a turn goes on unmeasured before it is measured
 * @param serverJvm {@code JAVA_HOME} of a forked server, or empty
 */
record TurnOptions(int port, String token, int forkNumber, int settleMillis, String serverJvm) {
    private static final int PARTS = 5;

    TurnOptions {
        Objects.requireNonNull(serverJvm, "serverJvm");
    }

    static TurnOptions parse(String text) {
        String[] parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a ticket: " + text);
        }
        return new TurnOptions(
                Integer.parseInt(parts[0]),
                parts[1],
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                parts[PARTS - 1]);
    }

    @Override
    public String toString() {
        return port + " " + token + " " + forkNumber + " " + settleMillis + " " + serverJvm;
    }
}
