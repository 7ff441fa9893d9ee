package fanout.workload;

/**
 * What one op is: {@code requests} GETs of {@code /user/{id}}, ids 0 to {@code requests - 1}, in flight at most
 * {@code concurrency} at a time.
 *
 * @param requests requests of one batch, at least 1
 * @param concurrency most requests in flight, 1 to 1000
 * @param delayMillis how long the mock server waits before it answers, in ms, at least 0
 * @param payloadBytes length of the mock server's answers in bytes, 0 (just the id) to 1 MiB
 */
public record Workload(int requests, int concurrency, int delayMillis, int payloadBytes) {
    /** The largest concurrency. */
    public static final int MAX_CONCURRENCY = 1000;

    /** @throws IllegalArgumentException if a number is out of its range; the message names it */
    public Workload {
        requireWithin("requests", requests, 1, Integer.MAX_VALUE);
        requireWithin("concurrency", concurrency, 1, MAX_CONCURRENCY);
        requireWithin("delayMillis", delayMillis, 0, Integer.MAX_VALUE);
        requireWithin("payloadBytes", payloadBytes, 0, UserBody.MAX_PAYLOAD_BYTES);
    }

    /** The most requests that can be in flight at once: {@code concurrency}, or fewer where the batch is smaller. */
    public int peakInFlight() {
        return Math.min(requests, concurrency);
    }

    /**
     * The time in ms that a batch takes for the server's delay alone: {@code requests / concurrency}, rounded up, times
     * {@code delayMillis}. No way to fan out can be faster.
     */
    public long delayFloorMillis() {
        return (requests + concurrency - 1L) / concurrency * delayMillis;
    }

    /** The path of the request for user {@code id}. */
    public static String path(int id) {
        return "/user/" + id;
    }

    private static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            String range = max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
            throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
        }
    }
}
