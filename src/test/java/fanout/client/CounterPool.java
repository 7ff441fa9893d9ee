package fanout.client;

import fanout.workload.Batch;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** As {@link BlockingThreadPool}, but a task a thread: each takes its next request from a counter that all share. */
final class CounterPool implements FanOutClient {
    private final int concurrency;
    private final ApacheBlockingCalls calls;
    private final ExecutorService threads;

    CounterPool(ClientSettings settings, ApacheOptions options) {
        this.concurrency = settings.concurrency();
        this.calls = new ApacheBlockingCalls(settings, options);
        this.threads = Executors.newFixedThreadPool(concurrency, CounterPool::daemon);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-sweep");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int id = next.getAndIncrement();
                    id < batch.size() && !batch.hasFailed();
                    id = next.getAndIncrement()) {
                batch.begin(id);
                calls.get(batch, id);
            }
            return null;
        };
        threads.invokeAll(Collections.nCopies(concurrency, worker));
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
