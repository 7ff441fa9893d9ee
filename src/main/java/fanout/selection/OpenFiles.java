package fanout.selection;

import com.sun.management.UnixOperatingSystemMXBean;
import fanout.workload.Hosts;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/**
 * How many files a process may have open at once, connections among them. A limit that is too low is reported before
 * anything is measured: what a library says when it can't connect names another cause.
 */
final class OpenFiles {
    /** Those of a JVM with its jars, and some to spare. */
    private static final int OTHERS = 100;

    private OpenFiles() {}

    /** The limit of this process, which its children inherit; empty if the system does not tell. */
    static OptionalLong limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /**
     * Checks that all connections can be open: at most {@code concurrency} to each host.
     *
     * @param bothEnds whether the server is in the same process
     * @throws IllegalArgumentException if the limit is lower; the message is one line
     */
    static void require(long limit, int concurrency, Hosts hosts, boolean bothEnds) {
        long needed = (bothEnds ? 2L : 1L) * concurrency * hosts.count() + OTHERS;
        if (limit >= 0 && limit < needed) {
            throw new IllegalArgumentException("concurrency is " + concurrency
                    + (hosts.count() == 1 ? "" : " and hosts is " + hosts.count()) + ", for which a process needs "
                    + needed
                    + " open files at once, but it may have " + limit + ": ulimit -n " + needed + " allows them");
        }
    }
}
