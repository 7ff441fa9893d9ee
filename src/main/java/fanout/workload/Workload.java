package fanout.workload;

import fanout.record.BenchmarkParameter;

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
     * The time in ms that a batch takes for the server's delay alone: {@code requests / concurrency}, rounded up, times
     * {@code delayMillis}. No way to fan out can be faster.
     */
    public long delayFloorMillis(int delayMillis) {
        return (requests + concurrency - 1L) / concurrency * delayMillis;
    }

    /** The path of the request for user {@code id}. */
    public static String path(int id) {
        return "/user/" + id;
    }
}
