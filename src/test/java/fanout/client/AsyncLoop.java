package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** The caller's thread takes a permit and sends; the callback of the answer gives the permit back. */
final class AsyncLoop implements FanOutClient {
    private final HttpHost host;
    private final int concurrency;
    private final Semaphore permits;
    private final PoolingAsyncClientConnectionManager connections;
    private final CloseableHttpAsyncClient client;
    private final LoopTotals totals = new LoopTotals();

    AsyncLoop(ClientSettings settings) {
        this.host = HttpComponents.hosts(settings).get(0);
        this.concurrency = settings.concurrency();
        this.permits = new Semaphore(concurrency);
        this.connections = HttpComponents.asyncPool(settings, SweptOptions.MINIMAL);
        this.client = HttpComponents.async(connections, SweptOptions.MINIMAL);
        client.start();
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        totals.begin(batch.size());
        for (int id = 0; id < batch.size() && !totals.hasFailed(); id++) {
            permits.acquire();
            var request = HttpComponents.withHeaders(new BasicHttpRequest(Method.GET, host, Workload.path(id)));
            client.execute(new BasicRequestProducer(request, null), new Count(), null, null, new Release());
        }
        permits.acquire(concurrency); // all of them: nothing is in flight any more
        permits.release(concurrency);
        totals.report(batch);
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        totals.print("loop-async");
        ApacheAsyncCalls.close(client);
    }

    /** Counts the bytes of an answer. */
    private final class Count extends AbstractBinResponseConsumer<Void> {
        private int status;
        private long length;

        @Override
        protected void start(HttpResponse response, ContentType type) {
            status = response.getCode();
        }

        @Override
        protected int capacityIncrement() {
            return Integer.MAX_VALUE;
        }

        @Override
        protected void data(ByteBuffer source, boolean endOfStream) {
            length += source.remaining();
        }

        @Override
        protected Void buildResult() {
            totals.add(status, length);
            return null;
        }

        @Override
        public void releaseResources() {}
    }

    /** Gives the permit back, however the request ends. */
    private final class Release implements FutureCallback<Void> {
        @Override
        public void completed(Void nothing) {
            permits.release();
        }

        @Override
        public void failed(Exception cause) {
            totals.fail(cause);
            permits.release();
        }

        @Override
        public void cancelled() {
            failed(new InterruptedException("cancelled"));
        }
    }
}
