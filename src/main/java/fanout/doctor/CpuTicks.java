package fanout.doctor;

import java.util.Arrays;
import java.util.Optional;

/**
 * The time of all processors since the machine started, in ticks: the first line of {@code /proc/stat}.
 *
 * <p>Tested by {@code fanout.doctor.CpuTimeChecksTest}.
 *
 * @param total all of it, time at rest included
 * @param busy the time in which this machine worked
 * @param steal the time that the hypervisor gave to others
 */
public record CpuTicks(long total, long busy, long steal) {
    public static final String FILE = "/proc/stat";

    private static final int COLUMNS = 8; // guests' time, in the columns after these, is in user time already
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;
    private static final int STEAL = 7;

    /** The ticks up to now; empty where the platform has no such file. */
    public static Optional<CpuTicks> read(SystemFiles files) {
        return files.text(FILE).flatMap(CpuTicks::parse);
    }

    private static Optional<CpuTicks> parse(String stat) {
        String[] words = stat.lines().findFirst().orElse("").split(" +");
        if (words.length <= COLUMNS
                || !words[0].equals("cpu")
                || !Arrays.stream(words, 1, COLUMNS + 1).allMatch(word -> word.matches("\\d{1,15}"))) {
            return Optional.empty();
        }
        long[] ticks =
                Arrays.stream(words, 1, COLUMNS + 1).mapToLong(Long::parseLong).toArray();
        long total = Arrays.stream(ticks).sum();
        return Optional.of(
                new CpuTicks(total, total - ticks[IDLE] - ticks[WAITING_FOR_DISKS] - ticks[STEAL], ticks[STEAL]));
    }

    /** What has passed since an earlier time. */
    public CpuTicks since(CpuTicks earlier) {
        return new CpuTicks(total - earlier.total, busy - earlier.busy, steal - earlier.steal);
    }

    double busyShare() {
        return share(busy);
    }

    double stealShare() {
        return share(steal);
    }

    /** From 0 to 1; counters of some kernels go back a little. */
    private double share(long part) {
        return total <= 0 ? 0 : Math.min(1, Math.max(0, (double) part / total));
    }
}
