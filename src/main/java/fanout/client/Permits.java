package fanout.client;

import fanout.workload.Batch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The throttle of a client that has no thread for each request in flight: a semaphore of {@code concurrency} permits.
 * It sends a batch, begins each request when it has its permit, and ends when all are answered.
 *
 * <p>Tested by {@code fanout.client.FanOutClientContractTest}.
 */
public final class Permits {
    /** Sends one request without waiting for its answer; the code that takes the answer ends the exchange. */
    public interface Sender {
        /** Sends the request for {@link Exchange#id}; what it throws ends the exchange. */
        void send(Exchange exchange);
    }

    private final int concurrency;
    private final boolean sendsFromCallback;
    private final Semaphore permits;

    /** For requests that are all sent by the caller's thread. */
    public Permits(int concurrency) {
        this(concurrency, false);
    }

    /**
     * @param sendsFromCallback whether a request that ends hands its permit over to the next one, which the thread that
     *     took the answer sends; else the caller's thread sends each
     */
    public Permits(int concurrency, boolean sendsFromCallback) {
        this.concurrency = concurrency;
        this.sendsFromCallback = sendsFromCallback;
        this.permits = new Semaphore(concurrency);
    }

    /**
     * Sends the batch; this thread alone waits for permits. Returns when nothing is in flight any more.
     *
     * @throws InterruptedException if interrupted while it waits
     */
    public void fetch(Batch batch, Sender sender) throws InterruptedException {
        Queue queue = new Queue(batch, sender);
        int first = sendsFromCallback ? Math.min(concurrency, batch.size()) : batch.size();
        for (int i = 0; i < first && !batch.hasFailed(); i++) {
            permits.acquire();
            queue.sendNext();
        }
        permits.acquire(concurrency); // all of them: nothing is in flight any more
        permits.release(concurrency);
    }

    /** The requests of a batch that are not sent yet. */
    private final class Queue {
        private final Batch batch;
        private final Sender sender;
        private final AtomicInteger next = new AtomicInteger();

        Queue(Batch batch, Sender sender) {
            this.batch = batch;
            this.sender = sender;
        }

        /** Uses a permit for the next request, or gives it back if there is none. */
        void sendNext() {
            int id = next.getAndIncrement();
            if (id >= batch.size() || batch.hasFailed()) {
                permits.release();
                return;
            }
            batch.begin(id);
            Exchange exchange = new Exchange(this, id);
            try {
                sender.send(exchange);
            } catch (RuntimeException e) {
                exchange.failed(e);
            }
        }
    }

    /** How many requests are in flight. */
    public int taken() {
        return concurrency - permits.availablePermits();
    }

    /** One request in flight. Its permit comes back once, on whichever path it ends. */
    public final class Exchange {
        private final Queue queue;
        private final int id;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Exchange(Queue queue, int id) {
            this.queue = queue;
            this.id = id;
        }

        /** The batch that the request belongs to. */
        public Batch batch() {
            return queue.batch;
        }

        /** The id of the user that is asked for. */
        public int id() {
            return id;
        }

        /** Reports an answer and ends the exchange, as {@link Batch#answer}. */
        public void answered(int status, byte[] body) {
            end(() -> batch().answer(id, status, body));
        }

        /** Reports a failure and ends the exchange, as {@link Batch#fail}. */
        public void failed(Throwable cause) {
            end(() -> batch().fail(id, cause));
        }

        /** Reports the outcome, then passes the permit on; does nothing if the exchange has ended before. */
        void end(Runnable report) {
            if (ended.compareAndSet(false, true)) {
                try {
                    report.run();
                } finally {
                    passOn();
                }
            }
        }

        private void passOn() {
            if (sendsFromCallback) {
                queue.sendNext();
            } else {
                permits.release();
            }
        }
    }
}
