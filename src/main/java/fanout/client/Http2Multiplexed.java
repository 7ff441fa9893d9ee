package fanout.client;

import fanout.workload.Batch;

/**
 * The async HttpClient 5 over HTTP/2: one connection carries all requests, as streams, behind a semaphore of
 * {@code concurrency} permits. With {@code http} it uses prior knowledge (h2c), with {@code https} ALPN.
 */
public final class Http2Multiplexed implements FanOutClient {
    private final Permits permits;
    private final ApacheAsyncCalls calls;

    public Http2Multiplexed(ClientSettings settings) {
        this(settings, ApacheOptions.of(settings.setup()), SetupChoices.SENDS_FROM_CALLBACK.of(settings.setup()));
    }

    /** @param sendsFromCallback what {@link Permits} makes of it */
    Http2Multiplexed(ClientSettings settings, ApacheOptions options, boolean sendsFromCallback) {
        this.permits = new Permits(settings.concurrency(), sendsFromCallback);
        this.calls = new ApacheAsyncCalls(settings, HttpComponents.http2(settings, options));
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
