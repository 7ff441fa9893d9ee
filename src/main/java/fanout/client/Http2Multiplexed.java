package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http2.config.H2Config;

/**
 * The async HttpClient 5 over HTTP/2: one connection carries all requests, as streams, behind a semaphore of
 * {@code concurrency} permits. With {@code http} it uses prior knowledge (h2c), with {@code https} ALPN.
 */
public final class Http2Multiplexed implements FanOutClient {
    /**
     * No push, and a window that any answer fits, so that a large answer does not wait for an update: HTTP/1.1 has only
     * TCP's windows. The library widens the connection's own window by itself.
     */
    private static final H2Config HTTP2 = H2Config.custom()
            .setPushEnabled(false)
            .setInitialWindowSize(2 * UserBody.MAX_PAYLOAD_BYTES)
            .build();

    private final Permits permits;
    private final ApacheAsyncCalls calls;

    public Http2Multiplexed(ClientSettings settings) {
        this.permits = new Permits(settings.concurrency());
        this.calls = new ApacheAsyncCalls(
                settings,
                HttpAsyncClients.createHttp2Minimal(
                        HTTP2, HttpComponents.reactor(), HttpComponents.asyncTls(settings)));
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        permits.fetch(batch, calls::send);
    }

    /** The one connection is leased while a stream is open, so this counts the streams. */
    @Override
    public int leasedConnections() {
        return permits.taken();
    }

    @Override
    public void close() {
        calls.close();
    }
}
