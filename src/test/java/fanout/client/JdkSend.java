package fanout.client;

import fanout.workload.Batch;
import fanout.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's client in the minimal setup, by its blocking {@code send}: on a pool of {@code concurrency} threads with a
 * task for each request, as {@link BlockingThreadPool} has it, or on a thread for each request behind a semaphore, as
 * {@link VirtualThreads}.
 */
final class JdkSend implements FanOutClient {
    private final URI server;
    private final Permits permits;
    private final ExecutorService threads;
    private final boolean isPool;
    private final JdkConnections connections;

    /** @param isPool whether the threads are no more than {@code concurrency} */
    JdkSend(ClientSettings settings, ExecutorService threads, boolean isPool) {
        this.server = settings.server();
        this.permits = new Permits(settings.concurrency());
        this.threads = threads;
        this.isPool = isPool;
        this.connections = JdkConnections.open(settings, JdkOptions.of(ClientSetup.MINIMAL));
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        if (!isPool) {
            permits.fetch(batch, exchange -> threads.execute(() -> exchange.end(() -> get(batch, exchange.id()))));
            return;
        }
        List<Callable<Void>> tasks = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int id = i;
            tasks.add(() -> {
                if (!batch.hasFailed()) {
                    batch.begin(id);
                    get(batch, id);
                }
                return null;
            });
        }
        threads.invokeAll(tasks);
    }

    private void get(Batch batch, int id) {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(Workload.path(id)))
                    .header("User-Agent", ClientSettings.USER_AGENT)
                    .header("Connection", "keep-alive")
                    .build();
            HttpResponse<byte[]> response =
                    connections.client().send(request, answered -> new BoundedBody(answered.headers()));
            if (response.headers()
                    .firstValue("connection")
                    .filter("close"::equalsIgnoreCase)
                    .isPresent()) {
                batch.connectionCloses();
            }
            batch.answer(id, response.statusCode(), response.body());
        } catch (IOException | InterruptedException | RuntimeException e) {
            batch.fail(id, e);
        }
    }

    /** The client does not say; each request behind the semaphore has one. */
    @Override
    public int leasedConnections() {
        return permits.taken();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        ShutdownWait.await(timeout -> threads.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the threads");
        connections.close();
    }
}
