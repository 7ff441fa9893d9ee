package fanout.testing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The threads of this JVM, to check that none is left behind. */
public final class Threads {
    private Threads() {}

    public static Set<Thread> alive() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** The threads that were not there before and still run; waits for them to end, at most until the timeout. */
    public static Set<Thread> startedSince(Set<Thread> before, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Set<Thread> started = without(before);
        while (!started.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            started = without(before);
        }
        return started;
    }

    private static Set<Thread> without(Set<Thread> before) {
        Set<Thread> now = alive();
        now.removeAll(before);
        // The JDK starts and ends its own: common pool workers, compiler threads, carriers of virtual threads.
        now.removeIf(thread -> thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getThreadGroup().getName().equals("InnocuousThreadGroup")
                || thread.getName().startsWith("ForkJoinPool"));
        return now;
    }
}
