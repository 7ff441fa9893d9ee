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
        now.removeIf(Threads::isOfTheJdk);
        return now;
    }

    /**
     * Whether the JDK starts and ends it by itself: workers of the common pool, compiler threads, carriers of virtual
     * threads. A thread that has ended meanwhile has no group.
     */
    private static boolean isOfTheJdk(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup")
                || thread.getName().startsWith("ForkJoinPool");
    }
}
