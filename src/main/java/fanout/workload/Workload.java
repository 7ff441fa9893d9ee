package fanout.workload;

import fanout.record.BenchmarkParameter;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * What one op is: {@code requests} GETs of {@code /user/{id}}, ids 0 to {@code requests - 1}, in flight at most
 * {@code concurrency} at a time.
 *
 * @param requests requests of one batch, at least 1
 * @param concurrency most requests in flight, 1 to 1000
 */
public record Workload(int requests, int concurrency) {
    /** @throws IllegalArgumentException if a number is out of its range; the message names it */
    public Workload {
        BenchmarkParameter.REQUESTS.check(requests);
        BenchmarkParameter.CONCURRENCY.check(concurrency);
    }

    /** The most requests that can be in flight at once: {@code concurrency}, or fewer where the batch is smaller. */
    public int peakInFlight() {
        return Math.min(requests, concurrency);
    }

    /**
     * The time in ms that a batch takes for the server's delays alone: of its requests, in their order, each is sent
     * when one of {@code concurrency} slots is free, and takes it for its delay. Where all delays are equal, this is
     * {@code requests / concurrency}, rounded up, times the delay. No way to fan out that keeps the order can be
     * faster.
     *
     * @param delayMillis of the request with an id
     */
    public long delayFloorMillis(IntUnaryOperator delayMillis) {
        PriorityQueue<Long> freeAt = new PriorityQueue<>();
        long last = 0;
        for (int id = 0; id < requests; id++) {
            long begin = freeAt.size() < concurrency ? 0 : freeAt.remove();
            long end = begin + delayMillis.applyAsInt(id);
            freeAt.add(end);
            last = Math.max(last, end);
        }
        return last;
    }

    /** The path of the request for user {@code id}. */
    public static String path(int id) {
        return "/user/" + id;
    }
}
