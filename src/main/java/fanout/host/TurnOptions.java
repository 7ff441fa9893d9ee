package fanout.host;

import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a fork needs to know to take turns. It is passed as the options of a profiler, not as arguments of the JVM,
 * which JMH's results name.
 *
 * @param port where the run listens, on loopback
 * @param token a secret that shows that the fork belongs to this run
 * @param forkNumber its number in its group
 * @param hostPid the process that starts the fork, in which JMH makes the profiler, too; 0 where it is not known yet
 * @param properties system properties that the fork sets before its first iteration
 */
public record TurnOptions(int port, String token, int forkNumber, long hostPid, SortedMap<String, String> properties)
        implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int PARTS = 5;

    public TurnOptions {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** @throws IllegalArgumentException if the text is not that of {@link #toString} */
    static TurnOptions parse(String text) {
        String[] parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not options of turns: " + text);
        }
        SortedMap<String, String> properties = new TreeMap<>();
        for (String property : parts[PARTS - 1].split(" ")) {
            String[] sides = property.split("=", 2);
            if (sides.length == 2) {
                properties.put(decoded(sides[0]), decoded(sides[1]));
            }
        }
        return new TurnOptions(
                Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]), properties);
    }

    /** The same options for a fork that this process starts. */
    TurnOptions hostedHere() {
        return new TurnOptions(port, token, forkNumber, ProcessHandle.current().pid(), properties);
    }

    /** Whether this is the process that starts the fork. */
    boolean areHostedHere() {
        return ProcessHandle.current().pid() == hostPid;
    }

    @Override
    public String toString() {
        return port + " " + token + " " + forkNumber + " " + hostPid + " "
                + properties.entrySet().stream().map(TurnOptions::encoded).collect(Collectors.joining(" "));
    }

    private static String encoded(Map.Entry<String, String> property) {
        return URLEncoder.encode(property.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(property.getValue(), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
