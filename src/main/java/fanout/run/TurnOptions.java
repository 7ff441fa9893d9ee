package fanout.run;

import java.util.Objects;

/**
 * What a fork needs to know to take turns. It is passed as the options of a profiler, not as arguments of the JVM,
 * which stay the same in all arms.
 *
 * @param port that of the {@link TurnServer}, on loopback
 * @param token a secret that shows that the fork belongs to this group
 * @param forkNumber its number in the group
 * @param settleMillis as in {@link TurnPauses}
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
            throw new IllegalArgumentException("not options of turns: " + text);
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
