package fanout.workload;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The answers of one op, and their verification. Every strategy reports each request's outcome here, once, from any
 * thread; so each pays the same for the check, and none can forget it.
 */
public final class Batch {
    private static final int OK = 200;

    private final AtomicReferenceArray<User> users;
    private final UserBody expected;
    private final RequestTimes times;
    private final AtomicReference<BatchFailedException> firstFailure = new AtomicReference<>();
    private final AtomicInteger closing = new AtomicInteger();

    /** A batch of {@code requests} requests, for the ids 0 to {@code requests - 1}, none answered yet. */
    public Batch(int requests) {
        this(requests, 0);
    }

    /** The same, with answers that must also have the filler that makes them {@code payloadBytes} long; 0 is any. */
    public Batch(int requests, int payloadBytes) {
        this(requests, payloadBytes, false);
    }

    /**
     * The same; a {@code timed} one starts now, and fails if a request is answered that was never begun, or begun
     * twice. A batch that is not timed reads no clock.
     */
    public Batch(int requests, int payloadBytes, boolean timed) {
        this.users = new AtomicReferenceArray<>(requests);
        this.expected = new UserBody(payloadBytes);
        this.times = timed ? new RequestTimes(requests) : null;
    }

    /** How many requests the batch has. */
    public int size() {
        return users.length();
    }

    /**
     * Notes that the request for user {@code id} may now be in flight: its permit is held, if there are permits, or a
     * thread is about to send it. Once for each request, before it is sent.
     */
    public void begin(int id) {
        if (times != null) {
            try {
                times.begin(id);
            } catch (IllegalStateException e) {
                fail(id, e);
            }
        }
    }

    /**
     * Takes the answer to the request for user {@code id}; a wrong answer fails the batch. Only a body that is not,
     * byte for byte, that of our own server is parsed: a parser is no part of any client, and would take as much of the
     * CPU time as some differences between them.
     */
    public void answer(int id, int status, byte[] body) {
        if (status == OK && answerVerbatim(id, body, 0, body.length)) {
            return;
        }
        try {
            check(id, status, body);
        } catch (IOException | RuntimeException e) {
            fail(id, e);
        }
    }

    /**
     * Takes the answer with status 200 to the request for user {@code id} if its body is, byte for byte, that of our
     * own server. For a client that has no body of its own, but bytes among which it lies.
     *
     * @param bytes hold the body, from {@code from} to before {@code to}
     * @return whether it was taken; if not, nothing has happened
     */
    public boolean answerVerbatim(int id, byte[] bytes, int from, int to) {
        if (!expected.isBody(id, bytes, from, to)) {
            return false;
        }
        try {
            keep(id, new User(id, null));
        } catch (IllegalStateException e) {
            fail(id, e);
        }
        return true;
    }

    private void check(int id, int status, byte[] body) throws IOException {
        if (status != OK) {
            throw new IOException("status " + status + ", not " + OK);
        }
        User user = User.parse(body);
        if (user.id() != id) {
            throw new IOException("the answer is for id " + user.id());
        }
        if (expected.hasFiller(id) && !expected.isFiller(id, user.filler())) {
            throw new IOException("the filler is not as it was sent");
        }
        keep(id, user.withoutFiller()); // a thousand fillers of 1 MiB are more than the heap holds
    }

    private void keep(int id, User user) {
        if (times != null) {
            times.answer(id);
        }
        if (!users.compareAndSet(id, null, user)) {
            throw new IllegalStateException("answered twice");
        }
    }

    /**
     * Notes that an answer came with the word that its connection ends after it: {@code Connection: close}, or HTTP/1.0
     * without {@code keep-alive}.
     */
    public void connectionCloses() {
        closing.incrementAndGet();
    }

    /** How many answers said that their connection ends after them. */
    public int closingConnections() {
        return closing.get();
    }

    /** Takes the failure of the request for user {@code id}; the first one is kept, with its cause. */
    public void fail(int id, Throwable cause) {
        if (!hasFailed()) {
            String message = "GET " + Workload.path(id) + ": " + describe(cause);
            firstFailure.compareAndSet(null, new BatchFailedException(message, cause));
        }
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        if (cause instanceof SocketTimeoutException) {
            return "timed out: " + message; // the message of some libraries is a bare number
        }
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Whether a request has failed, so that no further one need be sent. */
    public boolean hasFailed() {
        return firstFailure.get() != null;
    }

    /** The answer to the request for user {@code id}, without its filler; null before it came. */
    public User user(int id) {
        return users.get(id);
    }

    /** How many requests have been answered so far; any thread may ask. */
    public int answered() {
        int answered = 0;
        for (int id = 0; id < size(); id++) {
            answered += users.get(id) == null ? 0 : 1;
        }
        return answered;
    }

    /** The smallest id that has no answer so far; {@link #size} if there is none. */
    public int firstUnanswered() {
        int id = 0;
        while (id < size() && users.get(id) != null) {
            id++;
        }
        return id;
    }

    /**
     * Returns this batch if each of its requests was answered once, with status 200 and the id that was asked for.
     *
     * @throws BatchFailedException if not
     */
    public Batch verify() {
        if (hasFailed()) {
            throw firstFailure.get();
        }
        int id = firstUnanswered();
        if (id < size()) {
            throw new BatchFailedException("GET " + Workload.path(id) + ": never answered", null);
        }
        return this;
    }

    /** From {@link #begin} until the answer was parsed and checked, in ns; of a batch that is timed, and verified. */
    public long latencyNanos(int id) {
        return times.latencyNanos(id);
    }

    /** The same from the start of the batch on: never less than the latency. */
    public long sojournNanos(int id) {
        return times.sojournNanos(id);
    }
}
