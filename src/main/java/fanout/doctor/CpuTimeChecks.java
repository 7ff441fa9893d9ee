package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.Locale;

/**
 * Who else takes the processors' time.
 *
 * <p>Tested by {@code fanout.doctor.CpuTimeChecksTest}.
 */
final class CpuTimeChecks {
    private static final String LOAD = "load";
    private static final String STEAL = "steal";

    /** Shares of all processors that others may take. */
    private static final double MUCH_LOAD = 0.1;

    private static final double SOME_LOAD = 0.03;

    private static final double MUCH_STEAL = 0.02;
    private static final double SOME_STEAL = 0.005;

    /** In a short look a single tick would be much. */
    private static final int FEW_TICKS = 3;

    private CpuTimeChecks() {}

    /** What other programs take now; where that is not known, the load of the last minute, which has ours in it. */
    static Finding load(Observations seen) {
        int processors = seen.allProcessors();
        String average = seen.loadAverage() < 0
                ? ""
                : String.format(Locale.ROOT, "load %.1f in the last minute", seen.loadAverage());
        if (seen.passed() == null) {
            return average.isEmpty()
                    ? Finding.unknown(LOAD, seen.notVisible())
                    : load(seen.loadAverage() / processors / 2, average);
        }
        double others = Math.max(0, seen.passed().busyShare() - seen.ownCores() / processors);
        String now = String.format(Locale.ROOT, "others take %.1f of %d cores", others * processors, processors);
        return load(others, average.isEmpty() ? now : now + "; " + average);
    }

    private static Finding load(double share, String text) {
        if (share < SOME_LOAD) {
            return Finding.ok(LOAD, text);
        }
        return new Finding(
                LOAD,
                share < MUCH_LOAD ? Severity.NOTE : Severity.WARNING,
                text,
                "other programs' work lands in the scores",
                "end them, or wait; `top` shows which");
    }

    static Finding steal(Observations seen) {
        if (seen.passed() == null) {
            return Finding.unknown(STEAL, seen.notVisible());
        }
        double now = seen.passed().stealShare();
        double ever = CpuTicks.read(seen.files()).map(CpuTicks::stealShare).orElse(0.0);
        String text = String.format(Locale.ROOT, "%.1f %% now, %.1f %% since the start", 100 * now, 100 * ever);
        boolean much = now >= MUCH_STEAL && seen.passed().steal() >= FEW_TICKS;
        if (!much && now < SOME_STEAL && ever < SOME_STEAL) {
            return Finding.ok(STEAL, text);
        }
        return new Finding(
                STEAL,
                much ? Severity.WARNING : Severity.NOTE,
                text,
                "the hypervisor gives these cores to others",
                "cores of its own, or another hour; more rounds make up for a little");
    }
}
