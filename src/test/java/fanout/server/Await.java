package fanout.server;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads are about to do. */
final class Await {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + TIMEOUT.toSeconds() + " s: " + what);
            }
            Thread.sleep(1);
        }
    }

    static void inFlight(GatedServer server, int count) throws Exception {
        until(count + " in flight", () -> server.counters().inFlight() == count);
    }
}
