package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The settings of Apache HttpClient 5, blocking and async, over HTTP/1.1 and HTTP/2, side by side: what all setups have
 * in common. In what they differ is in {@link SetupChoices}.
 */
final class HttpComponents {
    /** A fork that waits for its turn must find its connections. The library's own is 3 minutes. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofDays(1);

    /**
     * No push, and a window that any answer fits, so that a large answer does not wait for an update: HTTP/1.1 has only
     * TCP's windows. The library widens the connection's own window by itself.
     */
    private static final H2Config HTTP2 = H2Config.custom()
            .setPushEnabled(false)
            .setInitialWindowSize(2 * UserBody.MAX_PAYLOAD_BYTES)
            .build();

    private HttpComponents() {}

    /** The hosts in their order, made once: a route is found by its host. */
    static List<HttpHost> hosts(ClientSettings settings) {
        return settings.servers().stream().map(HttpHost::create).toList();
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

    /** Its limit is the concurrency to each host: HttpClient's own are 5 connections a route, 25 in all. */
    static PoolingHttpClientConnectionManager blockingPool(ClientSettings settings, ApacheOptions options) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.concurrency())
                .setMaxConnTotal(connections(settings))
                .setPoolConcurrencyPolicy(options.poolPolicy())
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setDefaultConnectionConfig(connection(options))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1(options))
                        .build())
                .setTlsSocketStrategy(settings.isSecure() ? tls(settings).buildClassic() : null)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(limit(options))
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }

    /** As {@link #blockingPool}; HTTP/1.1 is forced, since the async client would otherwise negotiate. */
    static PoolingAsyncClientConnectionManager asyncPool(ClientSettings settings, ApacheOptions options) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.concurrency())
                .setMaxConnTotal(connections(settings))
                .setPoolConcurrencyPolicy(options.poolPolicy())
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setDefaultConnectionConfig(connection(options))
                .setTlsStrategy(asyncTls(settings))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    /** With fewer in all, a host's request would close the idle connection of another. */
    private static int connections(ClientSettings settings) {
        return settings.concurrency() * settings.servers().size();
    }

    static CloseableHttpClient blocking(HttpClientConnectionManager pool, ApacheOptions options) {
        return options.fullChain()
                ? HttpClients.custom()
                        .setConnectionManager(pool)
                        .setDefaultRequestConfig(request(options))
                        .setRedirectStrategy(new SameHostRedirects())
                        .build()
                : HttpClients.createMinimal(pool);
    }

    static CloseableHttpAsyncClient async(PoolingAsyncClientConnectionManager pool, ApacheOptions options) {
        return options.fullChain()
                ? HttpAsyncClients.custom()
                        .setConnectionManager(pool)
                        .setDefaultRequestConfig(request(options))
                        .setRedirectStrategy(new SameHostRedirects())
                        .setHttp1Config(http1(options))
                        .setIOReactorConfig(reactor(options))
                        .build()
                : HttpAsyncClients.createMinimal(H2Config.DEFAULT, http1(options), reactor(options), pool);
    }

    /** With {@code http} it uses prior knowledge (h2c), with {@code https} ALPN. */
    static CloseableHttpAsyncClient http2(ClientSettings settings, ApacheOptions options) {
        return options.fullChain()
                ? HttpAsyncClients.customHttp2()
                        .setDefaultConnectionConfig(http2Connection(options))
                        .setDefaultRequestConfig(request(options))
                        .setRedirectStrategy(new SameHostRedirects())
                        .setTlsStrategy(asyncTls(settings))
                        .setH2Config(HTTP2)
                        .setIOReactorConfig(reactor(options))
                        .build()
                : HttpAsyncClients.createHttp2Minimal(HTTP2, reactor(options), asyncTls(settings));
    }

    /** Null without TLS, which leaves the library's own in place. */
    private static TlsStrategy asyncTls(ClientSettings settings) {
        return settings.isSecure() ? tls(settings).buildAsync() : null;
    }

    private static ClientTlsStrategyBuilder tls(ClientSettings settings) {
        return ClientTlsStrategyBuilder.create().setSslContext(settings.tls());
    }

    /**
     * No re-validation of idle connections: by default only the blocking client would do it. A batch without answers
     * ends by the benchmark's own bound, and {@code close} ends a read that hangs.
     */
    private static ConnectionConfig connection(ApacheOptions options) {
        return ConnectionConfig.custom()
                .setConnectTimeout(limit(options))
                .setSocketTimeout(limit(options))
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build();
    }

    /**
     * Over HTTP/2 the library limits no answer by itself; a limit of the socket would end a connection that waits for
     * its turn.
     */
    private static ConnectionConfig http2Connection(ApacheOptions options) {
        return ConnectionConfig.custom().setConnectTimeout(limit(options)).build();
    }

    /** Without the offer to switch to TLS, which each request of the full chain else has where there is none. */
    private static RequestConfig request(ApacheOptions options) {
        return RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(limit(options))
                .setResponseTimeout(limit(options))
                .setDefaultKeepAlive(KEEP_ALIVE.getDuration(), KEEP_ALIVE.getTimeUnit())
                .build();
    }

    private static Http1Config http1(ApacheOptions options) {
        return Http1Config.custom().setBufferSize(options.bufferBytes()).build();
    }

    private static IOReactorConfig reactor(ApacheOptions options) {
        IOReactorConfig.Builder reactor =
                IOReactorConfig.custom().setSoTimeout(Timeout.DISABLED).setTcpNoDelay(true);
        return options.ioThreads() > 0
                ? reactor.setIoThreadCount(options.ioThreads()).build()
                : reactor.build();
    }

    private static Timeout limit(ApacheOptions options) {
        return Timeout.ofMilliseconds(options.timeLimit().toMillis());
    }

    /** The library's own, but for those to another host: a batch must not leave the server that it measures. */
    private static final class SameHostRedirects extends DefaultRedirectStrategy {
        @Override
        public boolean isRedirectAllowed(HttpHost from, HttpHost to, HttpRequest redirect, HttpContext context) {
            return from.equals(to) && super.isRedirectAllowed(from, to, redirect, context);
        }
    }
}
