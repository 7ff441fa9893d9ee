package fanout.doctor;

import java.util.List;

/**
 * What there is to judge a machine by.
 *
 * @param files its files
 * @param os the operating system, as Java names it
 * @param processors the logical processors that a JVM sees
 * @param loadAverage of the last minute; negative if the platform doesn't report it
 * @param passed the ticks of all processors while it was looked at; null if the platform doesn't report them
 * @param ownCores how many processors this program itself kept busy meanwhile
 * @param rulerMillis times of the ruler, in ms
 */
public record Observations(
        SystemFiles files,
        String os,
        int processors,
        double loadAverage,
        CpuTicks passed,
        double ownCores,
        List<Double> rulerMillis) {
    private static final String ONLINE = "/sys/devices/system/cpu/online";

    public Observations {
        rulerMillis = List.copyOf(rulerMillis);
    }

    boolean isLinux() {
        return os.startsWith("Linux");
    }

    /** The processors of the whole machine, of which a JVM may see fewer. */
    int allProcessors() {
        return files.ranges(ONLINE)
                .map(NumberRanges::count)
                .filter(count -> count > 0)
                .orElse(processors);
    }

    /** Why a file has nothing to say. */
    String notVisible() {
        return isLinux() ? "not visible here" : "not visible on " + os;
    }
}
