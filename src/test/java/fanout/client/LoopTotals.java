package fanout.client;

import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What a bare loop counts, and how it gives a batch its due. */
final class LoopTotals {
    private static final int OK = 200;

    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private byte[][] bodies = {};
    private long bodiesBytes;
    private final List<Double> shares = new ArrayList<>();
    private long start;

    /** Prepares the bodies, for the first batch of this size, and begins to count. */
    void begin(int requests) {
        if (bodies.length != requests) {
            UserBody body = new UserBody(0);
            bodies = new byte[requests][];
            bodiesBytes = 0;
            for (int id = 0; id < requests; id++) {
                bodies[id] = body.bytes(id);
                bodiesBytes += bodies[id].length;
            }
        }
        answers.set(0);
        bytes.set(0);
        failure.set(null);
        start = System.nanoTime();
    }

    void add(int status, long length) {
        if (status == OK) {
            answers.incrementAndGet();
        }
        bytes.addAndGet(length);
    }

    void fail(Exception cause) {
        failure.compareAndSet(null, cause);
    }

    boolean hasFailed() {
        return failure.get() != null;
    }

    /** Reports each request to the batch, if the counts are right. */
    void report(Batch batch) {
        long end = System.nanoTime();
        if (hasFailed()) {
            batch.fail(0, failure.get());
        } else if (answers.get() != batch.size() || bytes.get() != bodiesBytes) {
            batch.fail(
                    0,
                    new IOException(answers + " answers with " + bytes + " bytes in all, must be " + batch.size()
                            + " with " + bodiesBytes + ": a bare loop needs payloadBytes 0"));
        }
        for (int id = 0; id < batch.size() && !batch.hasFailed(); id++) {
            batch.begin(id);
            if (!batch.answerVerbatim(id, bodies[id], 0, bodies[id].length)) {
                batch.fail(id, new IOException("a bare loop needs payloadBytes 0"));
            }
        }
        long reported = System.nanoTime();
        shares.add((double) (reported - end) / (reported - start));
    }

    /** A line for the log. */
    void print(String name) {
        Collections.sort(shares);
        double median = shares.isEmpty() ? 0 : shares.get(shares.size() / 2);
        System.out.printf(
                Locale.ROOT, "%n# Fanout: %s: %.2f %% of an op is its report to the batch%n", name, 100 * median);
    }
}
