package fanout.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the user requests that arrive at a {@link MockServer}, unanswered, until it is opened: what a client has in
 * flight can then be counted at leisure.
 *
 * <p>A client that drops the connection of a held request may go unnoticed, and stay counted, until the gate is opened:
 * over HTTP/1.1 the server reads nothing from a connection that still awaits an answer.
 */
public final class Gate {
    private final Set<PendingRequest> held = new LinkedHashSet<>();
    private volatile boolean open;

    Gate() {}

    static Gate alreadyOpen() {
        Gate gate = new Gate();
        gate.open = true;
        return gate;
    }

    /** How many requests are being held; 0 once the gate is open. */
    public synchronized int held() {
        return held.size();
    }

    /**
     * Waits until at least {@code count} requests are held.
     *
     * @return whether they are; {@code false} when the time is up, or when the gate was opened before
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public synchronized boolean awaitHeld(int count, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (held.size() < count && !open) {
            long millisLeft = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (millisLeft <= 0) {
                return false;
            }
            wait(millisLeft);
        }
        return held.size() >= count;
    }

    /** Releases all requests that are held, to be answered at once, and lets all later ones pass. Idempotent. */
    public void open() {
        List<PendingRequest> released;
        synchronized (this) {
            open = true;
            released = new ArrayList<>(held);
            held.clear();
            notifyAll();
        }
        released.forEach(PendingRequest::release);
    }

    boolean isOpen() {
        return open;
    }

    /** Takes the request in, unless the gate is open. */
    synchronized boolean hold(PendingRequest request) {
        if (open) {
            return false;
        }
        held.add(request);
        notifyAll();
        return true;
    }

    /** Forgets a request that is over, whether it is held or not. */
    synchronized void forget(PendingRequest request) {
        held.remove(request);
    }
}
