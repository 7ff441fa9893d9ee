package fanout.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The CPU time of this JVM, with all its threads. */
final class ProcessCpu {
    /** The value of {@link #nanos} if the platform does not report it. */
    static final long UNKNOWN = -1;

    private ProcessCpu() {}

    /** Since the JVM's start, in ns, or {@link #UNKNOWN}. */
    static long nanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : UNKNOWN;
    }
}
