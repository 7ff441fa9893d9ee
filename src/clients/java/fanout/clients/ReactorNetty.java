package fanout.clients;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.workload.Batch;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Reactor Netty 1.3: {@code Flux.flatMap} keeps {@code concurrency} requests in flight. */
public final class ReactorNetty implements FanOutClientProvider {
    private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "reactor-netty";
    }

    @Override
    public FanOutClient open(ClientSettings settings) {
        return new Client(settings);
    }

    private static final class Client implements FanOutClient {
        private final ClientSettings settings;
        private final ConnectionProvider connections;
        private final LoopResources threads;
        private final HttpClient http;

        Client(ClientSettings settings) {
            this.settings = settings;
            this.connections = ConnectionProvider.builder("fanout")
                    .maxConnections(settings.concurrency())
                    .pendingAcquireMaxCount(-1)
                    .lifo()
                    .build();
            this.threads = LoopResources.create("fanout-reactor", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
            HttpClient plain = HttpClient.create(connections)
                    .runOn(threads)
                    .protocol(HttpProtocol.HTTP11)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TIME_LIMIT.toMillis())
                    .responseTimeout(TIME_LIMIT)
                    .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, ClientSettings.USER_AGENT));
            this.http = settings.isSecure() ? plain.secure(tls -> tls.sslContext(netty(settings.tls()))) : plain;
        }

        private static JdkSslContext netty(SSLContext tls) {
            return new JdkSslContext(
                    tls,
                    true,
                    null,
                    IdentityCipherSuiteFilter.INSTANCE,
                    ApplicationProtocolConfig.DISABLED,
                    ClientAuth.NONE,
                    null,
                    false);
        }

        @Override
        public void fetch(Batch batch) throws InterruptedException {
            Flux<Integer> ids = Flux.range(0, batch.size()).takeWhile(id -> !batch.hasFailed());
            try {
                ids.flatMap(id -> ask(batch, id), settings.concurrency())
                        .then()
                        .toFuture()
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private Mono<Void> ask(Batch batch, int id) {
            return Mono.defer(() -> {
                        batch.begin(id);
                        return http.get()
                                .uri(settings.uri(id))
                                .responseSingle((response, body) -> report(batch, id, response, body));
                    })
                    .onErrorResume(failure -> {
                        batch.fail(id, failure);
                        return Mono.empty();
                    });
        }

        private static Mono<Void> report(Batch batch, int id, HttpClientResponse response, ByteBufMono body) {
            return body.asByteArray()
                    .defaultIfEmpty(new byte[0])
                    .doOnNext(bytes -> {
                        if (response.responseHeaders()
                                .contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
                            batch.connectionCloses();
                        }
                        batch.answer(id, response.status().code(), bytes);
                    })
                    .then();
        }

        @Override
        public void close() {
            connections.disposeLater().block(ClientSettings.CLOSE_TIMEOUT);
            threads.disposeLater(Duration.ZERO, ClientSettings.CLOSE_TIMEOUT).block(ClientSettings.CLOSE_TIMEOUT);
        }
    }
}
