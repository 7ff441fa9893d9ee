package fanout.server;

import java.time.Duration;

/**
 * Waits that go on when the thread is interrupted, and leave its interrupt status set: a command to a server, and its
 * end, must not be cut off halfway. Each wait is bounded.
 */
final class Uninterrupted {
    /** One wait of at most so many nanoseconds. */
    interface Wait<T> {
        T forNanos(long nanos) throws InterruptedException;
    }

    private Uninterrupted() {}

    static <T> T await(Duration timeout, Wait<T> wait) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.forNanos(deadline - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
