package fanout.client;

import fanout.workload.Hosts;
import fanout.workload.Workload;
import java.util.List;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.TimeValue;

/**
 * Sends requests with the async HttpClient 5, over HTTP/1.1 or HTTP/2. The reactor's threads take the answers, and
 * never block.
 */
final class ApacheAsyncCalls implements AutoCloseable {
    private final Hosts hosts;
    private final List<HttpHost> targets;
    private final CloseableHttpAsyncClient client;

    /** @param client not yet started */
    ApacheAsyncCalls(ClientSettings settings, CloseableHttpAsyncClient client) {
        this.hosts = settings.hosts();
        this.targets = HttpComponents.hosts(settings);
        this.client = client;
        client.start();
    }

    void send(Permits.Exchange exchange) {
        HttpHost host = targets.get(hosts.of(exchange.id()));
        var request = HttpComponents.withHeaders(new BasicHttpRequest(Method.GET, host, Workload.path(exchange.id())));
        var answer = new ApacheBodyConsumer(exchange);
        client.execute(new BasicRequestProducer(request, null), answer, null, null, outcome(exchange));
    }

    private static FutureCallback<ApacheBodyConsumer> outcome(Permits.Exchange exchange) {
        return new FutureCallback<>() {
            @Override
            public void completed(ApacheBodyConsumer answer) {
                // The consumer reports it, once the connection is back in the pool.
            }

            @Override
            public void failed(Exception cause) {
                exchange.failed(cause);
            }

            @Override
            public void cancelled() {
                exchange.failed(new InterruptedException("cancelled"));
            }
        };
    }

    @Override
    public void close() {
        close(client);
    }

    /** Closes a client, and waits for the end of its threads. */
    static void close(CloseableHttpAsyncClient client) {
        client.close(CloseMode.IMMEDIATE);
        ShutdownWait.await(
                millis -> {
                    client.awaitShutdown(TimeValue.ofMilliseconds(millis));
                    return client.getStatus() == IOReactorStatus.SHUT_DOWN;
                },
                "the reactor");
    }
}
