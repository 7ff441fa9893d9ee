package fanout.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The CPU time of a server's I/O threads, in the JVM in which it runs. Each of them reads and answers the requests of
 * its own connections, and can't take more than one core. So the busiest shows first that a server is at its limit.
 */
final class IoThreadCpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long[] threads;
    private long[] before;

    private IoThreadCpu(long... threads) {
        this.threads = threads;
        this.before = nanos();
    }

    /**
     * Counts from now on.
     *
     * @param worker what the names of the threads begin with
     */
    static IoThreadCpu of(String worker) {
        boolean known = THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
        return new IoThreadCpu(
                known
                        ? Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                                .filter(Objects::nonNull) // one that has ended meanwhile
                                .filter(thread -> thread.getThreadName().startsWith(worker + " I/O-"))
                                .mapToLong(ThreadInfo::getThreadId)
                                .toArray()
                        : new long[0]);
    }

    private long[] nanos() {
        return LongStream.of(threads).map(THREADS::getThreadCpuTime).toArray();
    }

    /** Counts from now on. */
    synchronized void reset() {
        before = nanos();
    }

    /** What the busiest thread took since then, in ns; empty where the JVM does not report it. */
    synchronized OptionalLong busiest() {
        long[] now = nanos();
        return IntStream.range(0, threads.length)
                .mapToLong(i -> now[i] - before[i])
                .max();
    }
}
