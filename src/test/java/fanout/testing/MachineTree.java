package fanout.testing;

import java.nio.file.Path;

/** A folder with what Linux shows of a machine below {@code /proc} and {@code /sys}. */
public final class MachineTree {
    private static final String CPUS = "/sys/devices/system/cpu/";

    private final Path root;

    public MachineTree(Path root) {
        this.root = root;
    }

    /** A machine with nothing to complain of: 8 real cores at a fixed clock rate. */
    public static MachineTree calm(Path root) {
        return new MachineTree(root)
                .file("/proc/stat", "cpu  100 0 100 9800 0 0 0 0 0 0\ncpu0 1 2 3")
                .file(
                        "/proc/meminfo",
                        "MemTotal: 33554432 kB\nMemAvailable: 16777216 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB")
                .file("/proc/self/cgroup", "0::/user.slice")
                .file("/proc/self/mountinfo", "30 22 0:27 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate")
                .file("/proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-7\nMems_allowed_list:\t0")
                .file("/proc/sys/kernel/randomize_va_space", "2")
                .file("/sys/fs/cgroup/user.slice/cpu.max", "max 100000")
                .file("/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never")
                .file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc")
                .file("/sys/devices/system/node/node0/cpulist", "0-7")
                .file(CPUS + "online", "0-7")
                .file(CPUS + "offline", "")
                .file(CPUS + "smt/active", "0")
                .file(CPUS + "cpufreq/boost", "0")
                .governors("performance", 8);
    }

    /** A policy for each core. */
    public MachineTree governors(String governor, int policies) {
        for (int i = 0; i < policies; i++) {
            file(CPUS + "cpufreq/policy" + i + "/scaling_governor", governor);
            file(CPUS + "cpufreq/policy" + i + "/scaling_available_governors", "performance powersave");
        }
        return this;
    }

    /** Writes a file, with the line break at its end that the kernel's have. */
    public MachineTree file(String path, String text) {
        Entry.write(root.resolve(path.substring(1)), text + "\n");
        return this;
    }
}
