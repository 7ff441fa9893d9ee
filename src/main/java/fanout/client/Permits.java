package fanout.client;

import fanout.workload.Batch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The throttle of each strategy that has no thread for each request in flight: a semaphore of {@code concurrency}
 * permits.
 */
final class Permits {
    /** Sends one request without waiting for its answer; the code that takes the answer ends the exchange. */
    interface Sender {
        void send(Exchange exchange);
    }

    private final int concurrency;
    private final Semaphore permits;

    Permits(int concurrency) {
        this.concurrency = concurrency;
        this.permits = new Semaphore(concurrency);
    }

    /** Sends the batch from this thread, which alone waits for permits; returns when nothing is in flight any more. */
    void fetch(Batch batch, Sender sender) throws InterruptedException {
        for (int id = 0; id < batch.size() && !batch.hasFailed(); id++) {
            permits.acquire();
            batch.begin(id);
            send(new Exchange(batch, id), sender);
        }
        permits.acquire(concurrency); // all of them: nothing is in flight any more
        permits.release(concurrency);
    }

    private static void send(Exchange exchange, Sender sender) {
        try {
            sender.send(exchange);
        } catch (RuntimeException e) {
            exchange.failed(e);
        }
    }

    /** How many requests are in flight. */
    int taken() {
        return concurrency - permits.availablePermits();
    }

    /** One request in flight. Its permit comes back once, on whichever path it ends. */
    final class Exchange {
        private final Batch batch;
        private final int id;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Exchange(Batch batch, int id) {
            this.batch = batch;
            this.id = id;
        }

        Batch batch() {
            return batch;
        }

        int id() {
            return id;
        }

        void answered(int status, byte[] body) {
            end(() -> batch.answer(id, status, body));
        }

        void failed(Throwable cause) {
            end(() -> batch.fail(id, cause));
        }

        /** Reports the outcome, then gives the permit back; does nothing if the exchange has ended before. */
        void end(Runnable report) {
            if (ended.compareAndSet(false, true)) {
                try {
                    report.run();
                } finally {
                    permits.release();
                }
            }
        }
    }
}
