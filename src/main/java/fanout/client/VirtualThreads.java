package fanout.client;

import fanout.workload.Batch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A virtual thread for each request, blocking in HttpClient 5 as {@link BlockingThreadPool} does, behind a semaphore of
 * {@code concurrency} permits: virtual threads are not pooled, so the permits are what limits them. From Java 21 on.
 */
public final class VirtualThreads implements FanOutClient {
    private final Permits permits;
    private final ApacheBlockingCalls calls;
    private final ExecutorService threads;

    /** @throws UnsupportedOperationException on a JVM that has no virtual threads */
    public VirtualThreads(ClientSettings settings) {
        this(settings, ApacheOptions.of(settings.setup()));
    }

    VirtualThreads(ClientSettings settings, ApacheOptions options) {
        this.threads = newVirtualThreadPerTaskExecutor();
        this.permits = new Permits(settings.concurrency());
        this.calls = new ApacheBlockingCalls(settings, options);
    }

    /** Looked up by its name, since this class is compiled for Java 17. */
    static ExecutorService newVirtualThreadPerTaskExecutor() {
        try {
            MethodHandle factory = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) factory.invokeExact();
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException("virtual threads need Java 21 or newer", e);
        } catch (Throwable e) {
            throw new IllegalStateException("no virtual threads can be had", e);
        }
    }

    @Override
    public void fetch(Batch batch) throws InterruptedException {
        permits.fetch(batch, this::send);
    }

    private void send(Permits.Exchange exchange) {
        threads.execute(() -> exchange.end(() -> calls.get(exchange.batch(), exchange.id())));
    }

    @Override
    public int leasedConnections() {
        return calls.leasedConnections();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        calls.close();
        ShutdownWait.await(timeout -> threads.awaitTermination(timeout, TimeUnit.MILLISECONDS), "the virtual threads");
    }
}
