package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;

/**
 * How many cores there are, and whether they are whole ones.
 *
 * <p>Tested by {@code fanout.doctor.CoreChecksTest}.
 */
final class CoreChecks {
    private static final String CPUS = "/sys/devices/system/cpu/";
    private static final String OFFLINE = CPUS + "offline";
    private static final String ACTIVE = CPUS + "smt/active";
    private static final String CONTROL = CPUS + "smt/control";
    private static final String CORES = "cores";
    private static final String HYPERTHREADS = "SMT";

    /** A client and a server that has a JVM of its own take two each, with their compilers and collectors. */
    private static final int ENOUGH = 4;

    private CoreChecks() {}

    static Finding cores(Observations seen) {
        int cores = seen.processors();
        int all = seen.allProcessors();
        int offline = seen.files().ranges(OFFLINE).map(NumberRanges::count).orElse(0);
        String text = (cores < all ? cores + " of " + all : "" + cores)
                + (offline > 0 ? ", " + offline + " more switched off" : "");
        if (cores >= ENOUGH) {
            return Finding.ok(CORES, text);
        }
        return new Finding(
                CORES,
                cores == 1 ? Severity.WARNING : Severity.NOTE,
                text,
                "client, server and JIT compiler share them, forked server or not",
                "compare scores of this machine with each other only; " + ENOUGH + " cores would do");
    }

    /** Only what leaves enough cores is advised. */
    static Finding hyperthreads(Observations seen) {
        long active = seen.files().number(ACTIVE).orElse(-1L);
        if (active != 0 && active != 1) {
            return Finding.unknown(HYPERTHREADS, seen.notVisible());
        }
        if (active == 0) {
            return Finding.ok(HYPERTHREADS, "off");
        }
        boolean can = seen.files().word(CONTROL).filter("on"::equals).isPresent();
        boolean leavesEnough = seen.processors() >= 2 * ENOUGH;
        return new Finding(
                HYPERTHREADS,
                Severity.NOTE,
                "on",
                "two of them share a real core: each is as fast as the other lets it be",
                can && leavesEnough ? Surroundings.write(seen.files(), "off", CONTROL) : "");
    }
}
