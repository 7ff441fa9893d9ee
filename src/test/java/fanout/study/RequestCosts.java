package fanout.study;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this JVM has used. Of virtual threads the locks are not known.
 *
 * @param cpuNanos user's and system's time
 * @param bytes allocated
 * @param switches context switches of threads that are alive
 * @param blocked how often a platform thread waited for a monitor
 * @param waited how often one parked or waited
 */
record RequestCosts(long cpuNanos, long bytes, long switches, long blocked, long waited) {
    static final String HEADER = "requests,microsCpu,bytesAllocated,contextSwitches,monitorsWaitedFor,parked";

    static RequestCosts now() {
        long blocked = 0;
        long waited = 0;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                blocked += thread.getBlockedCount();
                waited += thread.getWaitedCount();
            }
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new RequestCosts(system.getProcessCpuTime(), allocated(threads), switchesNow(), blocked, waited);
    }

    /** The method is there from JDK 21 on. */
    private static long allocated(ThreadMXBean threads) {
        try {
            Class<?> type = com.sun.management.ThreadMXBean.class;
            return (long) type.getMethod("getTotalThreadAllocatedBytes").invoke(threads);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("needs JDK 21 or newer", e);
        }
    }

    private static long switchesNow() {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.mapToLong(RequestCosts::switchesOf).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long switchesOf(Path task) {
        try (Stream<String> lines = Files.lines(task.resolve("status"))) {
            return lines.filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has ended
        }
    }

    String rowSince(RequestCosts before, long requests) {
        return String.format(
                Locale.ROOT,
                "%d,%.2f,%.0f,%.3f,%.3f,%.3f",
                requests,
                (cpuNanos - before.cpuNanos) / 1e3 / requests,
                (double) (bytes - before.bytes) / requests,
                (double) (switches - before.switches) / requests,
                (double) (blocked - before.blocked) / requests,
                (double) (waited - before.waited) / requests);
    }
}
