package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Hosts;
import fanout.workload.UserBody;
import fanout.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;

/** Sends requests with the blocking HttpClient 5, each on the thread that calls it, platform or virtual. */
final class ApacheBlockingCalls implements AutoCloseable {
    private final Hosts hosts;
    private final List<HttpHost> targets;
    private final PoolingHttpClientConnectionManager connections;
    private final HttpClient client;

    ApacheBlockingCalls(ClientSettings settings, ApacheOptions options) {
        this(settings, options, UnaryOperator.identity());
    }

    /** @param seen what the client sees of its pool, and by which it leases connections and gives them back */
    ApacheBlockingCalls(
            ClientSettings settings, ApacheOptions options, UnaryOperator<HttpClientConnectionManager> seen) {
        this.hosts = settings.hosts();
        this.targets = HttpComponents.hosts(settings);
        this.connections = HttpComponents.blockingPool(settings, options);
        this.client = HttpComponents.blocking(seen.apply(connections), options);
    }

    /** Asks for one user and reports the outcome; its connection is back in the pool when this returns. */
    void get(Batch batch, int id) {
        HttpHost host = targets.get(hosts.of(id));
        try {
            var request = HttpComponents.withHeaders(new BasicClassicHttpRequest(Method.GET, host, Workload.path(id)));
            client.execute(host, request, response -> {
                HttpComponents.noteClose(response, batch);
                batch.answer(id, response.getCode(), body(response));
                return null;
            });
        } catch (IOException | RuntimeException e) {
            batch.fail(id, e);
        }
    }

    /** Reads into an array of the announced length: one copy, as in the async client's {@link ApacheBodyConsumer}. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try {
            int most = entity.getContentLength() < 0
                    ? UserBody.LONGEST_BYTES + 1
                    : UserBody.checkedLength(entity.getContentLength());
            InputStream content = entity.getContent();
            byte[] body = content.readNBytes(most);
            UserBody.checkedLength(body.length);
            content.close();
            return body;
        } catch (IOException e) {
            response.setEntity(null); // else the library would read all that is left of it, if it ever ends
            throw e;
        }
    }

    int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    /**
     * Closes the client. This also ends reads that hang: an interrupt alone does not reach a thread that blocks in a
     * socket.
     */
    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
    }
}
