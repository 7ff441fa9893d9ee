package fanout.client;

import fanout.workload.Batch;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The settings of Apache HttpClient 5, blocking and async side by side. Both run the library's minimal client, which
 * has no retries, redirects, cookies, authentication or decompression, and offers no {@code Upgrade: TLS/1.2}.
 */
final class HttpComponents {
    /**
     * No time limits: a finite connect or read timeout makes the blocking client's sockets non-blocking, so that a read
     * that finds nothing yet costs a poll and another read. No re-validation of idle connections: by default only the
     * blocking client would do it. A batch without answers ends by
     * the benchmark's own bound, and {@code close} ends a read that hangs.
     */
    private static final ConnectionConfig CONNECTION = ConnectionConfig.custom()
            .setConnectTimeout(Timeout.DISABLED)
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
            .build();

    private HttpComponents() {}

    static HttpHost host(ClientSettings settings) {
        return new HttpHost(
                settings.server().getScheme(),
                settings.server().getHost(),
                settings.server().getPort());
    }

    static <T extends HttpRequest> T withHeaders(T request) {
        request.setHeader(HttpHeaders.USER_AGENT, ClientSettings.USER_AGENT);
        return request;
    }

    /** Tells the batch if the server closes the connection after this answer. */
    static void noteClose(HttpResponse response, Batch batch) {
        Header connection = response.getFirstHeader(HttpHeaders.CONNECTION);
        boolean isOld = response.getVersion() != null && response.getVersion().lessEquals(HttpVersion.HTTP_1_0);
        boolean closes = connection == null
                ? isOld
                : HeaderElements.CLOSE.equalsIgnoreCase(connection.getValue())
                        || isOld && !HeaderElements.KEEP_ALIVE.equalsIgnoreCase(connection.getValue());
        if (closes) {
            batch.connectionCloses();
        }
    }

    /** Its limits are the concurrency: HttpClient's own are 5 connections a route, 25 in all. */
    static PoolingHttpClientConnectionManager blockingPool(ClientSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.concurrency())
                .setMaxConnTotal(settings.concurrency())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setDefaultConnectionConfig(CONNECTION)
                .setTlsSocketStrategy(settings.isSecure() ? tls(settings).buildClassic() : null)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.DISABLED)
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }

    /** As {@link #blockingPool}; HTTP/1.1 is forced, since the async client would otherwise negotiate. */
    static PoolingAsyncClientConnectionManager asyncPool(ClientSettings settings) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.concurrency())
                .setMaxConnTotal(settings.concurrency())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setDefaultConnectionConfig(CONNECTION)
                .setTlsStrategy(asyncTls(settings))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    /** Null without TLS, which leaves the library's own in place. */
    static TlsStrategy asyncTls(ClientSettings settings) {
        return settings.isSecure() ? tls(settings).buildAsync() : null;
    }

    private static ClientTlsStrategyBuilder tls(ClientSettings settings) {
        return ClientTlsStrategyBuilder.create().setSslContext(settings.tls());
    }

    static IOReactorConfig reactor() {
        return IOReactorConfig.custom()
                .setSoTimeout(Timeout.DISABLED)
                .setTcpNoDelay(true)
                .build();
    }
}
