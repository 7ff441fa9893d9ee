package fanout.benchmark;

import fanout.client.RegisteredClients;
import fanout.server.ServerConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of Fanout's benchmarks can be measured under which parameters. Those that can't are left out of a run, and
 * don't fail it. What a JVM must be for a benchmark, {@link NeededJava} says.
 *
 * @param clients what {@code yourClient} can measure
 * @param speaksHttp2 whether the server at an address, which is not one that Fanout starts, speaks HTTP/2
 */
public record Availability(RegisteredClients clients, Predicate<String> speaksHttp2) {
    private static final String OURS = Availability.class.getPackageName() + ".";

    /**
     * Why a benchmark can't be measured; empty if it can.
     *
     * @param benchmark class and method; one of somebody else's always can
     * @param params each parameter's values; where only some of them are in the way, the reason says what to do
     */
    public Optional<String> obstacle(String benchmark, Map<String, List<String>> params) {
        if (!benchmark.startsWith(OURS)) {
            return Optional.empty();
        }
        return switch (benchmark.substring(benchmark.lastIndexOf('.') + 1)) {
            case "socketFloor" -> withoutTls(params.getOrDefault("scheme", List.of()));
            case "http2Multiplexed" -> withoutHttp2(params.getOrDefault("server", List.of()));
            case "yourClient" -> withoutClient();
            default -> Optional.empty();
        };
    }

    private static Optional<String> withoutTls(List<String> schemes) {
        if (!schemes.contains("https")) {
            return Optional.empty();
        }
        boolean mixed = schemes.contains("http");
        return Optional.of("it has no TLS, and scheme is "
                + (mixed ? "http and https; measure it by itself with -p scheme=http" : "https"));
    }

    private Optional<String> withoutHttp2(List<String> servers) {
        List<String> foreign = servers.stream().filter(this::lacksHttp2).toList();
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        List<String> fit =
                servers.stream().filter(server -> !foreign.contains(server)).toList();
        return Optional.of("it needs HTTP/2, which " + String.join(" and ", foreign) + " does not speak"
                + (fit.isEmpty() ? "" : "; measure it by itself with -p server=" + String.join(",", fit)));
    }

    private boolean lacksHttp2(String server) {
        boolean ours = server.equals(ServerConditions.EMBEDDED) || server.equals(ServerConditions.FORKED);
        return !ours && !speaksHttp2.test(server);
    }

    private Optional<String> withoutClient() {
        return clients.byName().isEmpty()
                ? Optional.of("no client is registered; to measure yours, " + RegisteredClients.HOW_TO_REGISTER)
                : Optional.empty();
    }
}
