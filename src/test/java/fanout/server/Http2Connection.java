package fanout.server;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalH2AsyncClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/** HttpClient 5 on one HTTP/2 connection: over TLS if the server has it, otherwise with prior knowledge. */
final class Http2Connection implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 20;

    private final MinimalH2AsyncClient client;
    private final HttpHost host;

    Http2Connection(GatedServer server) {
        host = HttpHost.create(server.uri());
        H2Config config = H2Config.custom().setPushEnabled(false).build();
        client = HttpAsyncClients.createHttp2Minimal(
                config, IOReactorConfig.DEFAULT, new DefaultClientTlsStrategy(LocalhostTls.client()));
        client.start();
    }

    Future<SimpleHttpResponse> send(String method, String path) {
        var request = SimpleRequestBuilder.create(method)
                .setHttpHost(host)
                .setPath(path)
                .build();
        return client.execute(SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null);
    }

    Future<SimpleHttpResponse> send(String path) {
        return send("GET", path);
    }

    SimpleHttpResponse get(String path) throws IOException, InterruptedException {
        return answer(send(path));
    }

    static SimpleHttpResponse answer(Future<SimpleHttpResponse> sent) throws IOException, InterruptedException {
        try {
            return sent.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
