package fanout.client;

import fanout.workload.Batch;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;

/**
 * The async HttpClient 5 behind a semaphore of {@code concurrency} permits. The caller's thread takes a permit and
 * sends; the reactor's threads parse the answer and give the permit back.
 */
public final class SemaphoreAsync implements FanOutClient {
    private final Permits permits;
    private final PoolingAsyncClientConnectionManager connections;
    private final ApacheAsyncCalls calls;

    public SemaphoreAsync(ClientSettings settings) {
        this(settings, ApacheOptions.of(settings.setup()), SetupChoices.SENDS_FROM_CALLBACK.of(settings.setup()));
    }

    /** @param sendsFromCallback what {@link Permits} makes of it */
    SemaphoreAsync(ClientSettings settings, ApacheOptions options, boolean sendsFromCallback) {
        this.permits = new Permits(settings.concurrency(), sendsFromCallback);
        this.connections = HttpComponents.asyncPool(settings, options);
        this.calls = new ApacheAsyncCalls(settings, HttpComponents.async(connections, options));
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
