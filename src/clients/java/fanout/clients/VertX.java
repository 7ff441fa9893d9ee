package fanout.clients;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.client.Permits;
import fanout.workload.Batch;
import fanout.workload.Workload;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Vert.x 5, behind a semaphore of {@code concurrency} permits. Requests are sent on its event loops, one a processor,
 * by turns: what another thread sends may be answered before that thread listens, and the answer is then lost.
 */
public final class VertX implements FanOutClientProvider {
    @Override
    public String name() {
        return "vertx";
    }

    /** @throws IllegalArgumentException for https: Vert.x makes its own {@code SSLContext} */
    @Override
    public FanOutClient open(ClientSettings settings) {
        if (settings.isSecure()) {
            throw new IllegalArgumentException("vertx is not set up for TLS here, so scheme must be http");
        }
        return new Client(settings);
    }

    private static final class Client implements FanOutClient {
        private static final int TIME_LIMIT_MILLIS = 60_000;
        private static final int DAY_SECONDS = 24 * 60 * 60;

        private final ClientSettings settings;
        private final Permits permits;
        private final Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
        private final HttpClient http;
        private final List<Context> loops = new CopyOnWriteArrayList<>();

        Client(ClientSettings settings) {
            this.settings = settings;
            this.permits = new Permits(settings.concurrency());
            HttpClientOptions options = new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_1_1)
                    .setConnectTimeout(TIME_LIMIT_MILLIS)
                    .setKeepAliveTimeout(DAY_SECONDS);
            this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.concurrency()));
            int processors = Runtime.getRuntime().availableProcessors();
            await(vertx.deployVerticle(Loop::new, new DeploymentOptions().setInstances(processors)));
        }

        /** A verticle that does nothing but lend its event loop. */
        private final class Loop implements Deployable {
            @Override
            public Future<?> deploy(Context context) {
                loops.add(context);
                return Future.succeededFuture();
            }
        }

        @Override
        public void fetch(Batch batch) throws InterruptedException {
            permits.fetch(
                    batch, exchange -> loops.get(exchange.id() % loops.size()).runOnContext(onLoop -> send(exchange)));
        }

        private void send(Permits.Exchange exchange) {
            URI server = settings.server(exchange.id());
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setHost(server.getHost())
                    .setPort(server.getPort())
                    .setURI(Workload.path(exchange.id()))
                    .putHeader(HttpHeaders.USER_AGENT, ClientSettings.USER_AGENT)
                    .setTimeout(TIME_LIMIT_MILLIS);
            http.request(request)
                    .compose(HttpClientRequest::send)
                    .compose(response -> answer(exchange, response))
                    .onComplete(outcome -> end(exchange, outcome));
        }

        private static Future<Runnable> answer(Permits.Exchange exchange, HttpClientResponse response) {
            return response.body().map(body -> () -> {
                if ("close".equalsIgnoreCase(response.getHeader(HttpHeaders.CONNECTION))) {
                    exchange.batch().connectionCloses();
                }
                exchange.answered(response.statusCode(), body.getBytes());
            });
        }

        private static void end(Permits.Exchange exchange, AsyncResult<Runnable> outcome) {
            if (outcome.succeeded()) {
                outcome.result().run();
            } else {
                exchange.failed(outcome.cause());
            }
        }

        @Override
        public void close() {
            await(vertx.close());
        }

        private static void await(Future<?> future) {
            try {
                future.toCompletionStage()
                        .toCompletableFuture()
                        .get(ClientSettings.CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("Vert.x does not start, or does not end: " + e, e);
            }
        }
    }
}
