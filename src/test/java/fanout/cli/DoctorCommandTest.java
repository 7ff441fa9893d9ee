package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.doctor.CpuTicks;
import fanout.doctor.Doctor;
import fanout.doctor.Observations;
import fanout.record.MachineCheck;
import fanout.run.SystemTree;
import fanout.testing.MachineTree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code doctor} on machines that there are. */
class DoctorCommandTest {
    private static final String CPUS = "/sys/devices/system/cpu/";

    @TempDir
    Path root;

    /** Whatever the machine is that runs this test. */
    @Test
    void thisMachineIsLookedAtWithinTenSeconds() {
        long start = System.nanoTime();
        CommandLineSession session = CommandLineSession.run(Path.of("unused"), "doctor");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(session.status()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out().lines().toList())
                .hasSizeBetween(10, 60)
                .anyMatch(line -> line.matches("(ok|note|warning) +ruler +a fixed loop took .* ms .*"));
        assertThat(session.out()).doesNotContain(System.getProperty("user.home") + "/");
    }

    @Test
    void badUsageIsToldInOneLine() {
        assertThat(CommandLineSession.run(Path.of("unused"), "doctor", "--fix").complaints())
                .containsExactly("fanout: Unknown option: '--fix' (help doctor lists them all)");
        assertThat(CommandLineSession.run(Path.of("unused"), "doctor", "now").status())
                .isEqualTo(ExitCode.USAGE);
    }

    /** The files are read below the folder that was given, and nowhere else. */
    @Test
    void aMachineIsReadBelowItsFolder() {
        MachineTree.calm(root)
                .file("/sys/class/power_supply/BAT1/type", "Battery")
                .file("/sys/class/power_supply/BAT1/status", "Discharging");
        StringWriter out = new StringWriter();
        int status = new CommandLine(new DoctorCommand(root, Duration.ofMillis(1)))
                .setOut(new PrintWriter(out))
                .execute();

        assertThat(status).isZero();
        assertThat(out.toString()).contains("warning  power         on battery").contains("ok       clock source  tsc");
    }

    @Test
    void aLaptopOnItsBattery() {
        MachineTree.calm(root)
                .governors("powersave", 8)
                .file(CPUS + "intel_pstate/no_turbo", "0")
                .file(CPUS + "smt/active", "1")
                .file(CPUS + "smt/control", "on")
                .file("/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never")
                .file("/sys/class/power_supply/BAT0/type", "Battery")
                .file("/sys/class/power_supply/BAT0/status", "Discharging");

        assertThat(text(8, 8, 0)).isEqualTo("""
                2 warnings, 3 notes
                warning  governor      powersave
                                       the clock rate follows the load, late
                                       echo performance | sudo tee \
                /sys/devices/system/cpu/cpufreq/policy*/scaling_governor
                warning  power         on battery
                                       the firmware slows the cores to save it
                                       plug it in
                note     SMT           on
                                       two of them share a real core: each is as fast as the other lets it be
                                       echo off | sudo tee /sys/devices/system/cpu/smt/control
                note     turbo         on
                                       the clock rate depends on heat, and on how many cores are busy
                                       echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo
                note     huge pages    always
                                       a daemon merges pages of the heap at times of its own, so forks differ
                                       echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled
                ok       load          others take 0.0 of 8 cores; load 1.0 in the last minute
                ok       steal         0.0 % now, 0.0 % since the start
                ok       ruler         a fixed loop took 3.00 to 3.00 ms (9 of 10 times of 100)
                ok       CPU quota     none
                ok       cores         8
                ok       clock source  tsc
                ok       swap          none; 16.0 GiB of memory free
                ok       NUMA          one node
                ok       ASLR          on, so the forks' mean is that of many layouts
                """);
    }

    /** Without cpufreq, as under KVM, and with a neighbour. */
    @Test
    void aVirtualMachineWithANeighbour() {
        new MachineTree(root)
                .file("/proc/stat", "cpu  100 0 100 9600 0 0 0 200 0 0")
                .file(CPUS + "online", "0-1")
                .file(CPUS + "smt/active", "1")
                .file(CPUS + "smt/control", "notsupported")
                .file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock");

        assertThat(text(2, 2, 0.08)).startsWith("""
                1 warning, 2 notes
                warning  steal         8.0 % now, 2.0 % since the start
                                       the hypervisor gives these cores to others
                """).contains("""
                note     SMT           on
                                       two of them share a real core: each is as fast as the other lets it be
                ok       load""").endsWith("""
                unknown  CPU quota, governor, turbo, swap, huge pages, NUMA, ASLR: not visible here
                """);
    }

    @Test
    void aContainerWithAQuotaOfOneAndAHalfCpus() {
        MachineTree.calm(root)
                .file("/proc/self/cgroup", "0::/")
                .file(
                        "/proc/self/mountinfo",
                        "40 30 0:37 / /sys/fs/cgroup ro - cgroup2 cgroup rw\n"
                                + "20 1 0:5 / / rw - overlay overlay rw,lowerdir=/a")
                .file("/sys/fs/cgroup/cpu.max", "150000 100000")
                .file("/sys/fs/cgroup/cpu.stat", "nr_periods 1000\nnr_throttled 340");

        assertThat(text(2, 8, 0)).startsWith("""
                1 warning, 1 note
                warning  CPU quota     1.50 CPUs of 8; 34 % of its periods were cut short
                                       once it is used up, all threads stop until the next period
                                       --cpuset-cpus=0,1 in place of --cpus; in Kubernetes no limits.cpu
                note     cores         2 of 8
                """).endsWith("""
                unknown  container: limits of outer groups, and other containers, can't be seen from inside
                """);
    }

    @Test
    void aMacSaysWhatCantBeSeen() {
        Observations seen =
                new Observations(new SystemTree(root), "Mac OS X", 10, 0.1, null, 1, Collections.nCopies(100, 3.0));

        assertThat(text(seen)).isEqualTo("""
                0 warnings, 0 notes
                ok       load          load 0.1 in the last minute
                ok       ruler         a fixed loop took 3.00 to 3.00 ms (9 of 10 times of 100)
                ok       cores         10
                unknown  steal, CPU quota, SMT, governor, turbo, power, clock source, swap, huge pages, NUMA, ASLR:
                         not visible on Mac OS X
                """);
    }

    @Test
    void aRunWarnsOfTheWorstInOneLine() {
        MachineTree.calm(root).governors("powersave", 8);
        MachineCheck calm = new MachineCheck("", List.of());
        MachineCheck bad = new MachineCheck("", Doctor.examine(seen(8, 8, 0.08)));

        assertThat(MachineWarning.of(calm)).isEmpty();
        assertThat(MachineWarning.of(bad))
                .contains(
                        "This machine: steal: 8.0 % now, 0.0 % since the start; governor: powersave (`doctor` says what"
                                + " helps)");
    }

    private String text(int processors, int all, double steal) {
        return text(seen(processors, all, steal));
    }

    /** In four seconds, of which this program itself kept a core busy. */
    private Observations seen(int processors, int all, double steal) {
        CpuTicks passed = new CpuTicks(400L * all, 400, Math.round(400 * all * steal));
        return new Observations(
                new SystemTree(root), "Linux", processors, 1.0, passed, 1, Collections.nCopies(100, 3.0));
    }

    private static String text(Observations seen) {
        List<String> lines = DoctorText.lines(new MachineCheck("", Doctor.examine(seen)));
        assertThat(lines)
                .filteredOn(line -> !line.contains(" | sudo tee ")) // a command is not broken
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        return String.join("\n", lines) + "\n";
    }
}
