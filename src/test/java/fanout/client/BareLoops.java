package fanout.client;

/**
 * Loops written on the library alone, as simply as its own benchmark (ok2c/httpclient-benchmark) writes them, in the
 * minimal setup: what Fanout's strategies cost above them is what Fanout costs.
 *
 * <p>Left out of a request's path, compared with a strategy: its clock, the array of its body, the comparison of the
 * body, and what keeps the outcome of each request apart. A loop only counts the bytes and the answers with status 200.
 * Then, after the last answer but inside the op, one thread reports bodies to the batch that it has prepared. When it
 * is closed it says which share of the median op that was: the loop alone takes as much less than its score. The
 * latencies of a loop mean nothing.
 */
public final class BareLoops {
    private BareLoops() {}

    /** Threads that block: its strategy is {@link BlockingThreadPool}. */
    public static final class Blocking extends SweptClient {
        public Blocking() {
            super("loop-blocking", BlockingLoop::new);
        }
    }

    /** A semaphore on the caller's thread: its strategy is {@link SemaphoreAsync}. */
    public static final class Async extends SweptClient {
        public Async() {
            super("loop-async", AsyncLoop::new);
        }
    }
}
