package fanout.server;

import fanout.workload.DelaySpread;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long each request waits. A batch asks for each id once, so the n-th request for an id since the counters were
 * reset is of the n-th batch since then. Each reset begins with a batch of another number, the same for every client
 * that resets as often: so clients that are compared meet the same delays, and each iteration meets others.
 *
 * <p>For any thread.
 */
final class Delays {
    /** More batches than an iteration ever has. */
    private static final long BATCHES_A_RESET = 1L << 32;

    private final int delayMillis;
    private final DelaySpread spread;
    private final AtomicLong first = new AtomicLong();
    private final Map<Long, Long> asked = new ConcurrentHashMap<>();

    Delays(int delayMillis, DelaySpread spread) {
        this.delayMillis = delayMillis;
        this.spread = spread;
    }

    /** Whether any request waits. */
    boolean any() {
        return spread.waits(delayMillis);
    }

    /** How long the next request for this id waits, in ms. */
    int next(long id) {
        if (spread.isNone()) {
            return delayMillis;
        }
        return spread.millis(delayMillis, first.get() + asked.merge(id, 1L, Long::sum) - 1, id);
    }

    /** The number of the first batch since the last reset. */
    long firstBatch() {
        return first.get();
    }

    void reset() {
        asked.clear();
        first.addAndGet(BATCHES_A_RESET);
    }
}
