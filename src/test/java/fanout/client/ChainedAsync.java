package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/**
 * The async HttpClient 5, as {@code concurrency} chains: the callback of an answer sends the next request, which it
 * takes from a counter that all chains share. So the caller's thread only begins and waits for the end. A chain may
 * keep a connection from the batch's begin to its end, or take one from the pool for each request.
 */
final class ChainedAsync implements FanOutClient {
    private final HttpHost host;
    private final int concurrency;
    private final boolean leases;
    private final PoolingAsyncClientConnectionManager connections;
    private final CloseableHttpAsyncClient client;

    /** @param leases whether a chain keeps its connection; needs options without the full chain */
    ChainedAsync(ClientSettings settings, ApacheOptions options, boolean leases) {
        this.host = HttpComponents.hosts(settings).get(0);
        this.concurrency = settings.concurrency();
        this.leases = leases;
        this.connections = HttpComponents.asyncPool(settings, options);
        this.client = HttpComponents.async(connections, options);
        client.start();
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        int count = Math.min(concurrency, batch.size());
        AtomicInteger next = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(count);
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chains.add(new Chain(batch, next, open));
        }
        chains.forEach(Chain::begin);
        open.await();
        chains.forEach(Chain::release);
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        ApacheAsyncCalls.close(client);
    }

    /** Requests one after the other. */
    private final class Chain implements FutureCallback<AsyncClientEndpoint> {
        private final Batch batch;
        private final AtomicInteger next;
        private final CountDownLatch open;
        private AsyncClientEndpoint endpoint;

        Chain(Batch batch, AtomicInteger next, CountDownLatch open) {
            this.batch = batch;
            this.next = next;
            this.open = open;
        }

        void begin() {
            if (leases) {
                ((MinimalHttpAsyncClient) client).lease(host, this);
            } else {
                sendNext();
            }
        }

        @Override
        public void completed(AsyncClientEndpoint leased) {
            endpoint = leased;
            sendNext();
        }

        @Override
        public void failed(Exception cause) {
            batch.fail(Math.min(next.get(), batch.size() - 1), cause);
            open.countDown();
        }

        @Override
        public void cancelled() {
            failed(new InterruptedException("cancelled"));
        }

        private void sendNext() {
            int id = next.getAndIncrement();
            if (id >= batch.size() || batch.hasFailed()) {
                open.countDown();
                return;
            }
            batch.begin(id);
            AsyncRequestProducer request = new BasicRequestProducer(
                    HttpComponents.withHeaders(new BasicHttpRequest(Method.GET, host, Workload.path(id))), null);
            ChainedAnswer answer = new ChainedAnswer(batch, id, this::sendNext);
            if (leases) {
                endpoint.execute(request, answer, answer.failure());
            } else {
                client.execute(request, answer, null, null, answer.failure());
            }
        }

        /** After the last answer, on the caller's thread. */
        void release() {
            if (endpoint != null && batch.hasFailed()) {
                endpoint.releaseAndDiscard();
            } else if (endpoint != null) {
                endpoint.releaseAndReuse();
            }
        }
    }
}
