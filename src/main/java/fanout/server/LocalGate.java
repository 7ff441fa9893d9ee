package fanout.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The gate of a {@link MockServer}, in the server's own JVM. Tested by {@code fanout.server.GateTest}. */
final class LocalGate implements Gate {
    /** A request that waits at the gate. */
    interface Held {
        /** Lets it be answered. For any thread. */
        void release();
    }

    private final Set<Held> held = new LinkedHashSet<>();
    private volatile boolean open;

    static LocalGate alreadyOpen() {
        LocalGate gate = new LocalGate();
        gate.open = true;
        return gate;
    }

    @Override
    public synchronized int held() {
        return held.size();
    }

    @Override
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

    @Override
    public void open() {
        List<Held> released;
        synchronized (this) {
            open = true;
            released = new ArrayList<>(held);
            held.clear();
            notifyAll();
        }
        released.forEach(Held::release);
    }

    boolean isOpen() {
        return open;
    }

    /** Takes the request in, unless the gate is open. */
    synchronized boolean hold(Held request) {
        if (open) {
            return false;
        }
        held.add(request);
        notifyAll();
        return true;
    }

    /** Forgets a request that is over, whether it is held or not. */
    synchronized void forget(Held request) {
        held.remove(request);
    }
}
