package fanout.client;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A pool of connections that keeps so many idle ones at most, as Python's {@code requests} does (urllib3's
 * {@code HTTPConnectionPool} with {@code block=False}): whoever finds none idle opens one, and one that is given back
 * while so many are idle is closed.
 */
final class KeptConnections implements HttpClientConnectionManager {
    private final HttpClientConnectionManager pool;
    private final Semaphore places;

    KeptConnections(HttpClientConnectionManager pool, int mostIdle) {
        this.pool = pool;
        this.places = new Semaphore(mostIdle);
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, Object state) {
        LeaseRequest request = pool.lease(id, route, timeout, state);
        return new LeaseRequest() {
            @Override
            public ConnectionEndpoint get(Timeout wait)
                    throws InterruptedException, ExecutionException, TimeoutException {
                ConnectionEndpoint connection = request.get(wait);
                if (connection.isConnected()) {
                    places.release();
                }
                return connection;
            }

            @Override
            public boolean cancel() {
                return request.cancel();
            }
        };
    }

    /** Resets what it closes: a connection that ends in good order takes its port with it for a minute. */
    @Override
    public void release(ConnectionEndpoint connection, Object state, TimeValue keepAlive) {
        if (connection.isConnected() && !places.tryAcquire()) {
            connection.close(CloseMode.IMMEDIATE);
        }
        pool.release(connection, state, keepAlive);
    }

    @Override
    public void connect(ConnectionEndpoint connection, TimeValue timeout, HttpContext context) throws IOException {
        pool.connect(connection, timeout, context);
    }

    @Override
    public void upgrade(ConnectionEndpoint connection, HttpContext context) throws IOException {
        pool.upgrade(connection, context);
    }

    @Override
    public void close(CloseMode mode) {
        pool.close(mode);
    }

    @Override
    public void close() throws IOException {
        pool.close();
    }
}
