package fanout.server;

import java.time.Duration;

/** The closed gate of a {@link ForkedServer}, seen from its parent. */
final class ForkedGate implements Gate {
    /** The server is polled, since a command that waited would keep it from noticing its parent's end. */
    private static final int POLL_MILLIS = 2;

    private final ServerProcess process;
    private boolean open;

    ForkedGate(ServerProcess process) {
        this.process = process;
    }

    @Override
    public synchronized int held() {
        // Once this one is open, the server speaks of the next.
        return open ? 0 : Integer.parseInt(process.ask(ServerCommand.HELD));
    }

    @Override
    public boolean awaitHeld(int count, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (held() < count) {
            if (isOpen() || System.nanoTime() - deadline >= 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    @Override
    public synchronized void open() {
        if (!open) {
            process.ask(ServerCommand.OPEN_GATE);
            open = true;
        }
    }

    private synchronized boolean isOpen() {
        return open;
    }
}
