package fanout.client;

import fanout.workload.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed pool of {@code concurrency} platform threads, each blocking in HttpClient 5 until its answer is checked. It
 * is given a task for each request, or one for each thread, which then takes the next request from a counter.
 */
public final class BlockingThreadPool implements FanOutClient {
    private final ApacheBlockingCalls calls;
    private final ExecutorService threads;
    private final int concurrency;
    private final boolean taskAThread;

    public BlockingThreadPool(ClientSettings settings) {
        this(settings, ApacheOptions.of(settings.setup()), SetupChoices.TASK_A_THREAD.of(settings.setup()));
    }

    BlockingThreadPool(ClientSettings settings, ApacheOptions options, boolean taskAThread) {
        this(settings, new ApacheBlockingCalls(settings, options), taskAThread);
    }

    /** @param calls over connections that may be fewer than the threads */
    BlockingThreadPool(ClientSettings settings, ApacheBlockingCalls calls, boolean taskAThread) {
        this.concurrency = settings.concurrency();
        this.taskAThread = taskAThread;
        this.calls = calls;
        this.threads = Executors.newFixedThreadPool(settings.concurrency(), BlockingThreadPool::daemon);
    }

    /** Daemons: JMH does not close the client of a batch that has failed, and would wait 30 s for other threads. */
    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-pool");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        threads.invokeAll(taskAThread ? taskForEachThread(batch) : taskForEachRequest(batch));
    }

    private List<Callable<Void>> taskForEachRequest(Batch batch) {
        List<Callable<Void>> tasks = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int id = i;
            tasks.add(() -> get(batch, id));
        }
        return tasks;
    }

    private List<Callable<Void>> taskForEachThread(Batch batch) {
        AtomicInteger next = new AtomicInteger();
        return Collections.nCopies(concurrency, () -> {
            for (int id = next.getAndIncrement(); id < batch.size(); id = next.getAndIncrement()) {
                get(batch, id);
            }
            return null;
        });
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
