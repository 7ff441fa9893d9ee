package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.workload.Batch;
import fanout.workload.BatchFailedException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xnio.IoUtils;

/** The same as {@link FanOutClientFailureTest}, over HTTP/2. */
@Timeout(60)
class Http2FailureTest {
    private static final int BAD_ID = 17;

    /** Ways to answer wrongly, and what the failure must say. */
    enum Fault {
        WRONG_ID("the answer is for id 18") {
            @Override
            void answer(HttpServerExchange exchange) {
                exchange.getResponseSender().send("{\"id\":18}");
            }
        },
        SERVER_ERROR("status 500") {
            @Override
            void answer(HttpServerExchange exchange) {
                exchange.setStatusCode(500).endExchange();
            }
        },
        CLOSED("") {
            @Override
            void answer(HttpServerExchange exchange) {
                IoUtils.safeClose(exchange.getConnection());
            }
        };

        final String message;

        Fault(String message) {
            this.message = message;
        }

        abstract void answer(HttpServerExchange exchange);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOverHttp2FailsTheBatchAndLosesNoPermit(Fault fault) throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Undertow server = start(fault, broken);
        try (FanOutClient client = Strategy.HTTP2_MULTIPLEXED.open(new ClientSettings(uri(server), 8))) {
            assertThatThrownBy(() -> fetch(client))
                    .isInstanceOf(BatchFailedException.class)
                    .hasMessageStartingWith("GET /user/")
                    .hasMessageContaining(fault.message)
                    .hasCauseInstanceOf(IOException.class);
            assertThat(client.leasedConnections()).isZero();

            broken.set(false);
            fetch(client);
            assertThat(client.leasedConnections()).isZero();
        } finally {
            server.stop();
        }
    }

    /** The client speaks HTTP/2 with prior knowledge, and the server knows HTTP/1.1 only. */
    @Test
    void aServerThatKnowsOnlyHttp1FailsTheBatch() throws Exception {
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {})
                .build();
        server.start();
        try (FanOutClient client = Strategy.HTTP2_MULTIPLEXED.open(new ClientSettings(uri(server), 8))) {
            assertThatThrownBy(() -> fetch(client)).isInstanceOf(BatchFailedException.class);
        } finally {
            server.stop();
        }
    }

    private static Undertow start(Fault fault, AtomicBoolean broken) {
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setHandler(exchange -> {
                    String id = exchange.getRequestPath().substring("/user/".length());
                    if (broken.get() && Integer.parseInt(id) == BAD_ID) {
                        fault.answer(exchange);
                    } else {
                        exchange.getResponseSender().send("{\"id\":" + id + "}");
                    }
                })
                .build();
        server.start();
        return server;
    }

    private static URI uri(Undertow server) {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    private static void fetch(FanOutClient client) throws InterruptedException {
        Batch batch = new Batch(100);
        client.fetch(batch);
        batch.verify();
    }
}
