package fanout.run;

import java.time.Duration;
import java.time.Instant;

/** The machine as far as a run observes it, and its clock. */
public interface Machine {
    Instant now();

    void pause(Duration time) throws InterruptedException;

    /** The number of runnable threads, averaged over the last minute; negative if the platform doesn't report it. */
    double loadAverage();

    /** The CPU time of all processors up to now. */
    CpuTimes cpuTimes();

    /** The time of a fixed loop that only computes, in ms; it depends on the present speed of a core. */
    double rulerMillis();

    /**
     * CPU time since the machine started, in ticks.
     *
     * @param total all of it, idle time included; 0 if the platform doesn't report it
     * @param steal what the hypervisor gave to others
     */
    record CpuTimes(long total, long steal) {
        /** The share of the time since then that was stolen, 0 to 1; null if the platform doesn't report it. */
        Double stealSince(CpuTimes earlier) {
            long passed = total - earlier.total;
            return passed <= 0 ? null : (double) (steal - earlier.steal) / passed;
        }
    }
}
