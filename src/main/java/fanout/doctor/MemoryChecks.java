package fanout.doctor;

import fanout.record.Finding;
import fanout.record.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory: swap, huge pages, and nodes of it.
 *
 * <p>Tested by {@code fanout.doctor.MemoryChecksTest}.
 */
final class MemoryChecks {
    private static final String SWAP = "swap";
    private static final String HUGE = "huge pages";
    private static final String NUMA = "NUMA";
    private static final String HUGE_PAGES = "/sys/kernel/mm/transparent_hugepage/enabled";
    private static final String NODES = "/sys/devices/system/node/";
    private static final String STATUS = "/proc/self/status";
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w{1,20})]");
    private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)$");
    private static final double KIB_PER_GIB = 1 << 20;

    /** A fork takes 1.5 GiB, see {@code cli}; the swap of a machine that was never short has a little in it. */
    private static final double FORK_GIB = 1.5;

    private static final double LITTLE_GIB = 0.1;

    private MemoryChecks() {}

    static Finding swap(Observations seen) {
        Optional<Double> total = memory(seen.files(), "SwapTotal");
        Optional<Double> free = memory(seen.files(), "SwapFree");
        if (total.isEmpty() || free.isEmpty()) {
            return Finding.unknown(SWAP, seen.notVisible());
        }
        double used = Math.max(0, total.get() - free.get());
        Optional<Double> available = memory(seen.files(), "MemAvailable");
        String text =
                (total.get() == 0 ? "none" : String.format(Locale.ROOT, "%.1f of %.1f GiB used", used, total.get()))
                        + available
                                .map(gib -> String.format(Locale.ROOT, "; %.1f GiB of memory free", gib))
                                .orElse("");
        boolean scarce = available.filter(gib -> gib < FORK_GIB).isPresent();
        if (!scarce && used <= LITTLE_GIB) {
            return Finding.ok(SWAP, text);
        }
        boolean fits = available.filter(gib -> gib > used + FORK_GIB).isPresent();
        return new Finding(
                SWAP,
                scarce ? Severity.WARNING : Severity.NOTE,
                text,
                scarce
                        ? "a fork takes " + FORK_GIB + " GiB"
                        : "memory that was swapped out comes back in the middle of a turn",
                fits && used > LITTLE_GIB
                        ? "sudo swapoff -a && sudo swapon -a brings it back before"
                        : "end what takes the memory; `top -o %MEM` shows it");
    }

    /** In GiB. */
    private static Optional<Double> memory(SystemFiles files, String name) {
        Pattern line = Pattern.compile("(?m)^" + name + ":\\s*(\\d{1,15}) kB$");
        return files.text("/proc/meminfo")
                .map(line::matcher)
                .filter(Matcher::find)
                .map(found -> Long.parseLong(found.group(1)) / KIB_PER_GIB);
    }

    static Finding hugePages(Observations seen) {
        Optional<String> mode = seen.files()
                .text(HUGE_PAGES)
                .map(CHOSEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        if (mode.isEmpty()) {
            return Finding.unknown(HUGE, seen.notVisible());
        }
        return mode.get().equals("always")
                ? new Finding(
                        HUGE,
                        Severity.NOTE,
                        "always",
                        "a daemon merges pages of the heap at times of its own, so forks differ",
                        Surroundings.write(seen.files(), "madvise", HUGE_PAGES))
                : Finding.ok(HUGE, mode.get());
    }

    /** Only nodes on which this process may run count. */
    static Finding nodes(Observations seen) {
        SystemFiles files = seen.files();
        Optional<NumberRanges> allowed = files.text(STATUS)
                .map(ALLOWED::matcher)
                .filter(Matcher::find)
                .flatMap(found -> NumberRanges.parse(found.group(1)));
        List<NumberRanges> nodes = files.names(NODES).stream()
                .filter(name -> name.matches("node\\d+"))
                .flatMap(name -> files.ranges(NODES + name + "/cpulist").stream())
                .filter(cpus -> cpus.count() > 0)
                .toList();
        if (nodes.isEmpty()) {
            return Finding.unknown(NUMA, seen.notVisible());
        }
        long ours = nodes.stream()
                .filter(cpus -> allowed.isEmpty() || cpus.shares(allowed.get()))
                .count();
        return ours <= 1
                ? Finding.ok(NUMA, nodes.size() == 1 ? "one node" : "one of " + nodes.size() + " nodes")
                : new Finding(
                        NUMA,
                        Severity.NOTE,
                        "runs on " + ours + " nodes",
                        "the memory of another node is slower, and each fork lands elsewhere",
                        "numactl --cpunodebind=0 --membind=0 java -jar ...");
    }
}
