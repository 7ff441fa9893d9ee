package fanout.benchmark;

import fanout.client.FanOutClient;
import fanout.record.JvmOptions;
import fanout.workload.Batch;
import java.io.IOException;
import java.util.List;

/**
 * Ends a batch that gets no further answer, so that one answer that never comes can't hang a benchmark: JMH's own
 * timeout is looked at only once an iteration's time is over and each op has returned.
 *
 * <p>One thread looks now and then at how many requests have been answered. Nothing is done for a request, so that
 * it costs nothing where answers come.
 */
public final class AnswerTimeout implements AutoCloseable {
    /** The system property that says how long a batch waits for its next answer, in ms. */
    public static final String PROPERTY = "fanout.answerTimeoutMillis";

    private static final int DEFAULT_MILLIS = 30_000;
    private static final int MOST_MILLIS = 24 * 60 * 60 * 1000;

    /** Time is counted in looks, so that a process that was stopped for a while is not late when it goes on. */
    private static final int LOOKS = 10;

    /** How long a client may take to return once it is interrupted. */
    private static final long RETURN_MILLIS = 10_000;

    private final FanOutClient client;
    private final long millis;
    private final Thread thread;
    private Batch batch;
    private Thread caller;
    private boolean expired;

    /** @param millis how long a batch may wait for its next answer */
    AnswerTimeout(FanOutClient client, long millis) {
        this.client = client;
        this.millis = millis;
        this.thread = new Thread(this::watch, "fanout-answer-timeout");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * That of this JVM, in ms.
     *
     * @throws IllegalArgumentException if the property is not a whole number of ms, 1 to a day; the message is one line
     */
    public static int ofThisJvm() {
        return parse(System.getProperty(PROPERTY));
    }

    /**
     * That of a JVM with these options, of which the last one counts, in ms.
     *
     * @throws IllegalArgumentException as {@link #ofThisJvm}
     */
    public static int of(List<String> options) {
        return JvmOptions.values(options, PROPERTY)
                .map(AnswerTimeout::parse)
                .reduce(DEFAULT_MILLIS, (before, last) -> last);
    }

    private static int parse(String value) {
        if (value == null) {
            return DEFAULT_MILLIS;
        }
        try {
            int millis = Integer.parseInt(value);
            if (millis >= 1 && millis <= MOST_MILLIS) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException("-D" + PROPERTY + " is " + value + ", must be 1 to " + MOST_MILLIS);
    }

    /**
     * Sends a batch, as {@link FanOutClient#fetch} does; fails it if no answer comes for too long.
     *
     * @throws InterruptedException if this thread was interrupted by somebody else
     */
    void fetch(Batch newBatch) throws InterruptedException {
        begin(newBatch);
        try {
            client.fetch(newBatch);
        } catch (InterruptedException e) {
            if (!hasExpired()) {
                throw e;
            }
        } finally {
            end();
        }
    }

    private synchronized void begin(Batch newBatch) {
        batch = newBatch;
        caller = Thread.currentThread();
        expired = false;
    }

    private synchronized boolean hasExpired() {
        return expired;
    }

    private synchronized void end() {
        batch = null;
        if (expired) {
            Thread.interrupted(); // ours, which may have come too late to be noticed
        }
    }

    private void watch() {
        Batch seen = null;
        int answered = 0;
        int looks = 0;
        while (sleep(Math.max(1, millis / LOOKS))) {
            Batch now = current();
            int answeredNow = now == null ? 0 : now.answered();
            looks = now == null || now != seen || answeredNow != answered ? 0 : looks + 1;
            seen = now;
            answered = answeredNow;
            if (looks == LOOKS) {
                expire(now);
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private synchronized Batch current() {
        return batch;
    }

    private void expire(Batch late) {
        synchronized (this) {
            if (batch != late) {
                return;
            }
            expired = true;
            String what = "no answer for " + millis + " ms (-D" + PROPERTY + " sets how long to wait for one)";
            late.fail(Math.min(late.firstUnanswered(), late.size() - 1), new IOException(what));
            caller.interrupt();
        }
        if (sleep(RETURN_MILLIS) && current() == late) {
            System.err.println("\n# Fanout: the client did not return within " + RETURN_MILLIS
                    + " ms after it was interrupted, so this JVM ends: no answer came for " + millis + " ms");
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
