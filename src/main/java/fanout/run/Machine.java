package fanout.run;

import java.time.Duration;
import java.time.Instant;

/** The machine as far as a run observes it, and its clock. */
public interface Machine {
    Instant now();

    void pause(Duration time) throws InterruptedException;

    /** The number of runnable threads, averaged over the last minute; negative where the platform doesn't tell. */
    double loadAverage();

    /** CPU time up to now, of all processors. */
    CpuTimes cpuTimes();

    /** How long a fixed loop takes that only computes, in ms: the speed of a core, as it is just now. */
    double rulerMillis();

    /**
     * CPU time since the machine started, in ticks.
     *
     * @param total all of it, idle time included; 0 where the platform doesn't tell
     * @param steal what the hypervisor gave to others
     */
    record CpuTimes(long total, long steal) {
        /** The share of the time since then that was stolen, 0 to 1; null where the platform doesn't tell. */
        Double stealSince(CpuTimes earlier) {
            long passed = total - earlier.total;
            return passed <= 0 ? null : (double) (steal - earlier.steal) / passed;
        }
    }
}
