package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;

/** A fixed pool of {@code concurrency} platform threads, each blocking in HttpClient 5 until its answer is parsed. */
public final class BlockingThreadPool implements FanOutClient {
    private final HttpHost host;
    private final PoolingHttpClientConnectionManager connections;
    private final HttpClient client;
    private final ExecutorService threads;

    public BlockingThreadPool(ClientSettings settings) {
        this.host = HttpComponents.host(settings);
        this.connections = HttpComponents.blockingPool(settings);
        this.client = HttpClients.createMinimal(connections);
        this.threads = Executors.newFixedThreadPool(settings.concurrency());
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        List<Callable<Void>> calls = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int id = i;
            calls.add(() -> get(batch, id));
        }
        threads.invokeAll(calls);
    }

    private Void get(Batch batch, int id) {
        if (batch.hasFailed()) {
            return null;
        }
        batch.begin(id);
        try {
            var request = HttpComponents.withHeaders(new BasicClassicHttpRequest(Method.GET, host, Workload.path(id)));
            client.execute(host, request, response -> {
                batch.answer(id, response.getCode(), body(response));
                return null;
            });
        } catch (IOException | RuntimeException e) {
            batch.fail(id, e);
        }
        return null;
    }

    /** Reads into an array of the announced length: one copy, as in the async client's {@link BodyConsumer}. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            int length = (int) entity.getContentLength();
            return length < 0 ? content.readAllBytes() : content.readNBytes(length);
        }
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        // Ends reads that hang: interrupts alone don't reach a thread that blocks in a socket.
        connections.close(CloseMode.IMMEDIATE);
        Closing.await(timeout -> threads.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the thread pool");
    }
}
