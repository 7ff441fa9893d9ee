package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;

/** Each thread asks for users, the next of a counter, and reads the answers into a buffer of its own. */
final class BlockingLoop implements FanOutClient {
    private static final int BUFFER_BYTES = 4096;

    private final HttpHost host;
    private final int concurrency;
    private final PoolingHttpClientConnectionManager connections;
    private final HttpClient client;
    private final ExecutorService threads;
    private final LoopTotals totals = new LoopTotals();

    BlockingLoop(ClientSettings settings) {
        this.host = HttpComponents.hosts(settings).get(0);
        this.concurrency = settings.concurrency();
        this.connections = HttpComponents.blockingPool(settings, SweptOptions.MINIMAL);
        this.client = HttpComponents.blocking(connections, SweptOptions.MINIMAL);
        this.threads = Executors.newFixedThreadPool(concurrency, BlockingThreadPool::daemon);
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        totals.begin(batch.size());
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> loop(next, batch.size());
        threads.invokeAll(Collections.nCopies(concurrency, worker));
        totals.report(batch);
    }

    private Void loop(AtomicInteger next, int size) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int id = next.getAndIncrement(); id < size && !totals.hasFailed(); id = next.getAndIncrement()) {
                var request =
                        HttpComponents.withHeaders(new BasicClassicHttpRequest(Method.GET, host, Workload.path(id)));
                client.execute(host, request, response -> read(response, buffer));
            }
        } catch (IOException | RuntimeException e) {
            totals.fail(e);
        }
        return null;
    }

    private Void read(ClassicHttpResponse response, byte[] buffer) throws IOException {
        long length = 0;
        if (response.getEntity() != null) {
            try (InputStream content = response.getEntity().getContent()) {
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                    length += count;
                }
            }
        }
        totals.add(response.getCode(), length);
        return null;
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        totals.print("loop-blocking");
        threads.shutdownNow();
        connections.close(CloseMode.IMMEDIATE);
        ShutdownWait.await(timeout -> threads.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the thread pool");
    }
}
