package fanout.server;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the waits of requests on time. The timers of an I/O thread would be up to a millisecond late: its selector waits
 * for whole milliseconds. The one thread of this timer, a daemon, starts with the first wait.
 *
 * <p>Tested by {@code fanout.server.DelayTest}.
 */
final class DelayTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DelayTimer::daemon);

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fanout-delays");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs this later, on its own thread, which it must not block; never if the timer is closed before. */
    void after(int millis, Runnable end) {
        try {
            timer.schedule(end, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closed, as all connections are about to be.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
