package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.ScriptedServer;
import fanout.testing.Strategies;
import fanout.testing.StrategySetup;
import fanout.workload.Batch;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the strategies put on the wire: the same, but for what a protocol or a library forces. */
class WireTest {
    /**
     * What a strategy sends differently from all others of its setup because its library leaves no choice. Each of
     * these costs it some bytes that the others don't pay for, so the README names them under "What is held equal".
     *
     * @param moreHeaders those that it adds
     * @param ownOrder whether it sends the headers in an order of its own
     */
    private record Deviation(Map<String, String> moreHeaders, boolean ownOrder) {
        static final Deviation NONE = new Deviation(Map.of(), false);
    }

    /** Until JDK 18 its client announces the length of a body that a GET does not have; no setting stops it. */
    private static final Map<String, String> OF_THE_JDKS_CLIENT =
            Runtime.version().feature() < 19 ? Map.of("Content-Length", "0") : Map.of();

    /** All deviations: one more is a strategy that is not quite comparable with the others. */
    private static final Map<Strategy, Deviation> DEVIATIONS =
            Map.of(Strategy.JDK_HTTP_CLIENT, new Deviation(OF_THE_JDKS_CLIENT, true));

    private static Deviation deviation(StrategySetup way) {
        return DEVIATIONS.getOrDefault(way.strategy(), Deviation.NONE);
    }

    /**
     * What the full chain of Apache HttpClient adds, which decompresses answers, but not over HTTP/2: the same three,
     * in an order of each client's own. Nothing else is on the wire with {@code idiomatic} that is not there with
     * {@code minimal}.
     */
    private static Map<String, String> decompression(StrategySetup way) {
        if (way.setup() != ClientSetup.IDIOMATIC) {
            return Map.of();
        }
        return switch (way.strategy()) {
            case BLOCKING_THREAD_POOL, VIRTUAL_THREADS -> Map.of("Accept-Encoding", "gzip, deflate, x-gzip");
            case SEMAPHORE_ASYNC -> Map.of("Accept-Encoding", "gzip, x-gzip, deflate");
            case HTTP2_MULTIPLEXED, JDK_HTTP_CLIENT, SOCKET_FLOOR -> Map.of();
        };
    }

    @ParameterizedTest
    @MethodSource("fanout.testing.Strategies#overHttp1WithSetups")
    void everyStrategySendsTheSameHeaders(StrategySetup strategy) throws Exception {
        try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
            fetchTwo(strategy, server.uri());

            Map<String, String> expected = new TreeMap<>(Map.of(
                    "User-Agent", "fanout",
                    "Host", "127.0.0.1:" + server.uri().getPort(),
                    "Connection", "keep-alive"));
            expected.putAll(deviation(strategy).moreHeaders());
            expected.putAll(decompression(strategy));
            assertThat(server.requests()).as("requests of %s", strategy).hasSize(2);
            for (int id = 0; id < 2; id++) {
                List<String> lines = server.requests().get(id).lines().toList();
                assertThat(lines.get(0)).isEqualTo("GET /user/" + id + " HTTP/1.1");
                assertThat(headers(lines)).as("headers of %s", strategy).isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] parts = line.split(": ", 2);
            assertThat(headers.put(parts[0], parts[1]))
                    .as("another value of the header %s", parts[0])
                    .isNull();
        }
        return headers;
    }

    /** The same bytes in the same order, but for the {@link #DEVIATIONS}. */
    @Test
    void everyStrategySendsItsHeadersInTheSameOrder() throws Exception {
        String expected = """
                GET /user/%d HTTP/1.1\r
                User-Agent: fanout\r
                Host: 127.0.0.1:%d\r
                Connection: keep-alive\r
                \r
                """;
        List<StrategySetup> strategies = Strategies.overHttp1WithSetups()
                .filter(strategy -> !deviation(strategy).ownOrder())
                .filter(strategy -> decompression(strategy).isEmpty())
                .toList();
        for (StrategySetup strategy : strategies) {
            try (ScriptedServer server = new ScriptedServer((id, connection) -> connection.user(id))) {
                fetchTwo(strategy, server.uri());
                int port = server.uri().getPort();
                assertThat(server.requests())
                        .as("requests of %s, byte by byte", strategy)
                        .isEqualTo(List.of(expected.formatted(0, port), expected.formatted(1, port)));
            }
        }
    }

    /** HTTP/2 forbids a Connection header; the host is sent as {@code :authority}, which the server shows as Host. */
    @ParameterizedTest
    @EnumSource
    void http2SendsTheSameHeadersButForTheConnection(ClientSetup setup) throws Exception {
        StrategySetup way = new StrategySetup(Strategy.HTTP2_MULTIPLEXED, setup);
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setHandler(exchange -> {
                    seen.set(headers(exchange));
                    exchange.getResponseSender()
                            .send("{\"id\":" + exchange.getRelativePath().substring(6) + "}");
                })
                .build();
        server.start();
        try {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
            fetchTwo(way, URI.create("http://127.0.0.1:" + address.getPort()));

            assertThat(seen.get())
                    .isEqualTo(Map.of(
                            "protocol", "HTTP/2.0", "user-agent", "fanout", "host", "127.0.0.1:" + address.getPort()));
        } finally {
            server.stop();
        }
    }

    private static Map<String, String> headers(HttpServerExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("protocol", exchange.getProtocol().toString());
        exchange.getRequestHeaders()
                .forEach(header ->
                        headers.put(header.getHeaderName().toString().toLowerCase(Locale.ROOT), header.getFirst()));
        return headers;
    }

    private static void fetchTwo(StrategySetup strategy, URI server) throws InterruptedException {
        try (FanOutClient client = strategy.open(server, 1)) {
            Batch batch = new Batch(2);
            client.fetch(batch);
            batch.verify();
        }
    }
}
