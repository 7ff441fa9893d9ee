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

    /** The threads that were not there before and still are, {@code patience} later at the most. */
    public static Set<Thread> startedSince(Set<Thread> before, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
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
        // The JDK's own: common pool workers, compiler threads and what carries virtual threads come and go by
        // themselves.
        now.removeIf(thread -> thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getThreadGroup().getName().equals("InnocuousThreadGroup")
                || thread.getName().startsWith("ForkJoinPool"));
        return now;
    }
}
