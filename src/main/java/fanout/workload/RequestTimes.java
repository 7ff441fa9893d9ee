package fanout.workload;

/**
 * When each request of a batch began and was answered. It is cheap, since it is part of what is measured: one
 * {@code nanoTime} each, kept in an array. Different threads may stamp different requests; they may be read once the
 * batch is verified.
 */
final class RequestTimes {
    private static final long NOT_YET = 0;

    private final long[] begun;
    private final long[] answered;
    private final long zero;

    /** The batch starts now. */
    RequestTimes(int requests) {
        this.begun = new long[requests];
        this.answered = new long[requests];
        this.zero = System.nanoTime() - 1; // so that no stamp is NOT_YET
    }

    void begin(int id) {
        if (begun[id] != NOT_YET) {
            throw new IllegalStateException("begun twice");
        }
        begun[id] = System.nanoTime() - zero;
    }

    void answer(int id) {
        if (begun[id] == NOT_YET) {
            throw new IllegalStateException("answered, but never begun");
        }
        answered[id] = System.nanoTime() - zero;
    }

    long latencyNanos(int id) {
        return answered[id] - begun[id];
    }

    long sojournNanos(int id) {
        return answered[id] - 1;
    }
}
