package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CPUs that processes of a run are pinned to, by {@code taskset}: lists such as {@code 0,2-3}, each empty where
 * they are not.
 *
 * <p>Tested by {@code fanout.cli.PinnedRunTest} and {@code fanout.jar.PinnedJarIT}.
 *
 * @param forks those of the benchmarks' JVMs, and of all that these start
 * @param server those of a forked server instead
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CpuPins(String forks, String server) {
    public static final CpuPins NONE = new CpuPins("", "");

    /** The flag that pins the benchmarks' JVMs. */
    public static final String FORKS_FLAG = "--cpus";

    /** The flag that pins a forked server. */
    public static final String SERVER_FLAG = "--server-cpus";

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");

    /** @throws IllegalArgumentException if one is no list of CPUs; the message names its flag */
    public CpuPins {
        forks = Absent.orEmpty(forks);
        server = Absent.orEmpty(server);
        cpus(FORKS_FLAG, forks);
        cpus(SERVER_FLAG, server);
    }

    /**
     * Checks that every CPU is there.
     *
     * @param allowed the CPUs that this process may use, as such a list
     * @throws IllegalArgumentException if one is not; the message names its flag
     */
    public void requireAmong(String allowed) {
        List<Integer> known = cpus("", allowed);
        require(FORKS_FLAG, forks, known, allowed);
        require(SERVER_FLAG, server, known, allowed);
    }

    private static void require(String flag, String text, List<Integer> known, String allowed) {
        for (int cpu : cpus(flag, text)) {
            if (!known.contains(cpu)) {
                throw new IllegalArgumentException(
                        flag + " is " + text + ", but CPU " + cpu + " is not among those that it may use: " + allowed);
            }
        }
    }

    private static List<Integer> cpus(String flag, String text) {
        List<Integer> cpus = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            int first = range.matches() ? Integer.parseInt(range.group(1)) : 0;
            int last = range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2)) : first;
            if (!range.matches() || last < first) {
                throw new IllegalArgumentException(flag + " is " + text + ", must be CPUs such as 0 or 0,2-3");
            }
            for (int cpu = first; cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }

    /** Whether nothing is pinned. */
    public boolean areNone() {
        return equals(NONE);
    }

    /** What comes before a command whose process is to be pinned to these CPUs; empty if it is not. */
    public static List<String> prefix(String cpus) {
        return cpus.isEmpty() ? List.of() : List.of("taskset", "-c", cpus);
    }
}
