package fanout.client;

import fanout.workload.Batch;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.config.H2Config;

/**
 * The async HttpClient 5 behind a semaphore of {@code concurrency} permits. The caller's thread takes a permit and
 * sends; the reactor's threads parse the answer and give the permit back.
 */
public final class SemaphoreAsync implements FanOutClient {
    private final Permits permits;
    private final PoolingAsyncClientConnectionManager connections;
    private final ApacheAsyncCalls calls;

    public SemaphoreAsync(ClientSettings settings) {
        this.permits = new Permits(settings.concurrency());
        this.connections = HttpComponents.asyncPool(settings);
        this.calls = new ApacheAsyncCalls(
                settings,
                HttpAsyncClients.createMinimal(
                        H2Config.DEFAULT, Http1Config.DEFAULT, HttpComponents.reactor(), connections));
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        permits.fetch(batch, calls::send);
    }

    @Override
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        calls.close();
    }
}
