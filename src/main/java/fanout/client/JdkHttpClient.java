package fanout.client;

import fanout.workload.Batch;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JDK's own client, {@code sendAsync} over HTTP/1.1, behind a semaphore of {@code concurrency} permits: its pool of
 * connections has no limit of its own. HTTP/1.1 is asked for, since otherwise each plaintext request would try an
 * upgrade to HTTP/2.
 */
public final class JdkHttpClient implements FanOutClient {
    private final ClientSettings settings;
    private final JdkOptions options;
    private final Permits permits;
    private final JdkConnections connections;
    private final Set<CompletableFuture<?>> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public JdkHttpClient(ClientSettings settings) {
        this(settings, JdkOptions.of(settings.setup()));
    }

    JdkHttpClient(ClientSettings settings, JdkOptions options) {
        this.options = options;
        this.settings = settings;
        this.permits = new Permits(settings.concurrency());
        this.connections = JdkConnections.open(settings, options);
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        permits.fetch(batch, this::send);
    }

    private void send(Permits.Exchange exchange) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                connections.client().sendAsync(request(exchange.id()), answered -> new BoundedBody(answered.headers()));
        inFlight.add(answer);
        answer.whenComplete((response, failure) -> {
            inFlight.remove(answer);
            if (failure == null) {
                noteClose(response, exchange);
                exchange.answered(response.statusCode(), response.body());
            } else {
                exchange.failed(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        if (closed) { // closed meanwhile: close may have looked before this request was there
            answer.cancel(true);
        }
    }

    private HttpRequest request(int id) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.uri(id))
                .header("User-Agent", ClientSettings.USER_AGENT)
                .header("Connection", "keep-alive");
        return options.hasTimeLimit() ? request.timeout(options.timeLimit()).build() : request.build();
    }

    /** An answer of HTTP/1.0 is not told from one of HTTP/1.1. */
    private static void noteClose(HttpResponse<byte[]> response, Permits.Exchange exchange) {
        if (response.headers()
                .firstValue("connection")
                .filter("close"::equalsIgnoreCase)
                .isPresent()) {
            exchange.batch().connectionCloses();
        }
    }

    /** The client does not say; each request in flight has one. */
    @Override
    public int leasedConnections() {
        return permits.taken();
    }

    @Override
    public void close() {
        closed = true;
        inFlight.forEach(answer -> answer.cancel(true));
        connections.close();
    }
}
