package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.TimeValue;

/**
 * The async HttpClient 5 behind a semaphore of {@code concurrency} permits. The caller's thread takes a permit and
 * sends; the reactor's threads parse the answer and give the permit back, and never block.
 */
public final class SemaphoreAsync implements FanOutClient {
    private final HttpHost host;
    private final int concurrency;
    private final Semaphore permits;
    private final PoolingAsyncClientConnectionManager connections;
    private final MinimalHttpAsyncClient client;

    public SemaphoreAsync(ClientSettings settings) {
        this.host = HttpComponents.host(settings);
        this.concurrency = settings.concurrency();
        this.permits = new Semaphore(concurrency);
        this.connections = HttpComponents.asyncPool(settings);
        this.client = HttpAsyncClients.createMinimal(
                H2Config.DEFAULT, Http1Config.DEFAULT, HttpComponents.reactor(), connections);
        client.start();
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        for (int id = 0; id < batch.size() && !batch.hasFailed(); id++) {
            permits.acquire();
            send(new Exchange(batch, id));
        }
        permits.acquire(concurrency); // all of them: nothing is in flight any more
        permits.release(concurrency);
    }

    private void send(Exchange exchange) {
        exchange.batch.begin(exchange.id);
        try {
            var request =
                    HttpComponents.withHeaders(new BasicHttpRequest(Method.GET, host, Workload.path(exchange.id)));
            client.execute(new BasicRequestProducer(request, null), new BodyConsumer(), null, null, exchange);
        } catch (RuntimeException e) {
            exchange.failed(e);
        }
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        Closing.await(
                millis -> {
                    client.awaitShutdown(TimeValue.ofMilliseconds(millis));
                    return client.getStatus() == IOReactorStatus.SHUT_DOWN;
                },
                "the reactor");
    }

    /**
     * One request in flight. Its permit comes back once, on whichever path it ends; the minimal client has by then
     * returned the connection to the pool (the full one returns it only after the callback).
     */
    private final class Exchange implements FutureCallback<BodyConsumer> {
        private final Batch batch;
        private final int id;
        private final AtomicBoolean ended = new AtomicBoolean();

        Exchange(Batch batch, int id) {
            this.batch = batch;
            this.id = id;
        }

        @Override
        public void completed(BodyConsumer answer) {
            end(() -> batch.answer(id, answer.status(), answer.body()));
        }

        @Override
        public void failed(Exception cause) {
            end(() -> batch.fail(id, cause));
        }

        @Override
        public void cancelled() {
            end(() -> batch.fail(id, new InterruptedException("cancelled")));
        }

        private void end(Runnable report) {
            if (ended.compareAndSet(false, true)) {
                try {
                    report.run();
                } finally {
                    permits.release();
                }
            }
        }
    }
}
