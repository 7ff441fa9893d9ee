package fanout.client;

import fanout.workload.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A fixed pool of {@code concurrency} platform threads, each blocking in HttpClient 5 until its answer is parsed. */
public final class BlockingThreadPool implements FanOutClient {
    private final ApacheBlockingCalls calls;
    private final ExecutorService threads;

    public BlockingThreadPool(ClientSettings settings) {
        this(settings, ApacheOptions.of(settings.setup()));
    }

    BlockingThreadPool(ClientSettings settings, ApacheOptions options) {
        this.calls = new ApacheBlockingCalls(settings, options);
        this.threads = Executors.newFixedThreadPool(settings.concurrency(), BlockingThreadPool::daemon);
    }

    /** Daemons: JMH does not close the client of a batch that has failed, and would wait 30 s for other threads. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-pool");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        List<Callable<Void>> tasks = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int id = i;
            tasks.add(() -> get(batch, id));
        }
        threads.invokeAll(tasks);
    }

    private Void get(Batch batch, int id) {
        if (!batch.hasFailed()) {
            batch.begin(id);
            calls.get(batch, id);
        }
        return null;
    }

    @Override
    public int leasedConnections() {
        return calls.leasedConnections();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        calls.close();
        ShutdownWait.await(timeout -> threads.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the thread pool");
    }
}
