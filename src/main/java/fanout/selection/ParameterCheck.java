package fanout.selection;

import fanout.benchmark.Metrics;
import fanout.server.ForkedServer;
import fanout.server.RemoteServer;
import fanout.server.RunningServer;
import fanout.workload.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Checks the parameters of a run before its first fork, so that a wrong one costs a line and not a run. */
public final class ParameterCheck {
    private ParameterCheck() {}

    /**
     * Checks each value of each parameter that is given, and the property {@value Metrics#PROPERTY}; a server elsewhere is asked for one user, a forked
     * one is started and ended.
     *
     * @param parameters the values of {@code -p name=value,...}, by name; names that it does not know are left alone
     * @throws IllegalArgumentException if one is not right; the message says in one line which, and what would be
     */
    public static void check(Map<String, List<String>> parameters) {
        Metrics.areOn();
        checkInts(parameters, "requests", value -> new Workload(value, 1, 0, 0));
        checkInts(parameters, "concurrency", value -> new Workload(1, value, 0, 0));
        checkInts(parameters, "delayMillis", value -> new Workload(1, 1, value, 0));
        checkInts(parameters, "payloadBytes", value -> new Workload(1, 1, 0, value));
        for (String scheme : parameters.getOrDefault("scheme", List.of("http"))) {
            for (String server : parameters.getOrDefault("server", List.of(RunningServer.EMBEDDED))) {
                RunningServer.check(server, scheme); // a run measures every pair
            }
        }
        for (String server : parameters.getOrDefault("server", List.of())) {
            checkServer(server);
        }
    }

    private static void checkInts(Map<String, List<String>> parameters, String name, IntConsumer check) {
        for (String value : parameters.getOrDefault(name, List.of())) {
            try {
                check.accept(Integer.parseInt(value));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is " + value + ", must be a whole number", e);
            }
        }
    }

    private static void checkServer(String server) {
        try {
            switch (server) {
                case RunningServer.EMBEDDED -> {}
                case RunningServer.FORKED -> ForkedServer.probe();
                default -> RemoteServer.probe(RemoteServer.parse(server));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
