package fanout.client;

import fanout.workload.Batch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * As {@link Http2Multiplexed} in the minimal setup, over several connections in turn, each of a client of its own with
 * one I/O thread, since the library has one connection a client and host.
 */
final class Http2Connections implements FanOutClient {
    private final Permits permits;
    private final List<ApacheAsyncCalls> clients;

    Http2Connections(ClientSettings settings, int connections) {
        this.permits = new Permits(settings.concurrency());
        this.clients = IntStream.range(0, connections)
                .mapToObj(
                        i -> new ApacheAsyncCalls(settings, HttpComponents.http2(settings, SweptOptions.ioThreads(1))))
                .toList();
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        permits.fetch(
                batch, exchange -> clients.get(exchange.id() % clients.size()).send(exchange));
    }

    @Override
    public int leasedConnections() {
        return permits.taken();
    }

    @Override
    public void close() {
        clients.forEach(ApacheAsyncCalls::close);
    }
}
