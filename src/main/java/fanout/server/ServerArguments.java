package fanout.server;

import fanout.workload.DelaySpread;
import fanout.workload.Hosts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a server as words of a command line: {@code name=value} for each of them, in any order. */
final class ServerArguments {
    private final Map<String, String> values = new TreeMap<>();

    private ServerArguments(String... words) {
        for (String word : words) {
            int end = word.indexOf('=');
            if (end < 0 || values.put(word.substring(0, end), word.substring(end + 1)) != null) {
                throw new IllegalArgumentException("the server's arguments must be NAME=VALUE, once each, not " + word);
            }
        }
    }

    static List<String> of(ServerSettings settings) {
        return List.of(
                "scheme=" + settings.scheme(),
                "host=" + settings.host(),
                "hosts=" + settings.hosts().count(),
                "port=" + settings.port(),
                "ioThreads=" + settings.ioThreads(),
                "delayMillis=" + settings.delayMillis(),
                "delaySpread=" + settings.delaySpread(),
                "payloadBytes=" + settings.payloadBytes());
    }

    /** @throws IllegalArgumentException if a name is unknown or missing, or a value is out of its range; in one line */
    static ServerSettings parse(String... words) {
        ServerArguments given = new ServerArguments(words);
        ServerSettings settings = new ServerSettings(
                given.text("scheme"),
                given.text("host"),
                new Hosts(given.number("hosts")),
                given.number("port"),
                given.number("ioThreads"),
                given.number("delayMillis"),
                DelaySpread.parse(given.text("delaySpread")),
                given.number("payloadBytes"));
        if (!given.values.isEmpty()) {
            throw new IllegalArgumentException(
                    "the server has no setting named " + String.join(" or ", given.values.keySet()));
        }
        return settings;
    }

    private String text(String name) {
        String value = values.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("the server's argument " + name + " is missing");
        }
        return value;
    }

    private int number(String name) {
        String value = text(name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + value + ", must be a whole number", e);
        }
    }
}
