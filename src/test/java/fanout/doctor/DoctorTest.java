package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.record.Severity;
import fanout.run.SystemTree;
import fanout.testing.MachineTree;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
    private static final String CPUS = "/sys/devices/system/cpu/";
    private static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/";
    private static final String GROUPS = "/sys/fs/cgroup";
    private static final CpuTicks AT_REST = new CpuTicks(3200, 400, 0);
    private static final List<Double> STEADY = Collections.nCopies(100, 3.0);

    @TempDir
    Path root;

    private MachineTree machine;

    @BeforeEach
    void startFromACalmMachine() {
        machine = MachineTree.calm(root);
    }

    @Test
    void aCalmMachineHasNothingToComplainOf() {
        assertThat(findings()).hasSize(14).allSatisfy((name, finding) -> {
            assertThat(finding.severity()).as(name).isEqualTo(Severity.OK);
            assertThat(finding.why() + finding.advice()).isEmpty();
        });
    }

    /** It is the JVM's own work that keeps one of the eight cores busy. */
    @ParameterizedTest
    @CsvSource({
        "400, ok, others take 0.0 of 8 cores; load 2.5 in the last minute",
        "600, note, others take 0.5 of 8 cores; load 2.5 in the last minute",
        "1200, warning, others take 2.0 of 8 cores; load 2.5 in the last minute",
        "100, ok, others take 0.0 of 8 cores; load 2.5 in the last minute",
    })
    void whatOtherProgramsTakeIsLoad(int busy, String severity, String text) {
        assertThat(find("load", observed(new CpuTicks(3200, busy, 0), STEADY))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, ok, load 0.2 in the last minute",
        "9, warning, load 9.0 in the last minute",
        "-1, unknown, not visible on Mac OS X"
    })
    void withoutTicksTheLoadAverageCounts(double average, String severity, String text) {
        SystemTree nothing = new SystemTree(root.resolve("nothing"));

        assertThat(find("load", new Observations(nothing, "Mac OS X", 8, average, null, 1, STEADY)))
                .satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "3200, 0, 0, ok, '0.0 % now, 0.0 % since the start'",
        "3200, 30, 0, note, '0.9 % now, 0.0 % since the start'",
        "3200, 320, 0, warning, '10.0 % now, 0.0 % since the start'",
        "3200, 0, 1000, note, '0.0 % now, 9.1 % since the start'",
        "80, 2, 0, note, '2.5 % now, 0.0 % since the start'", // two ticks of a short look
        "0, -3, 0, ok, '0.0 % now, 0.0 % since the start'",
    })
    void stealIsTimeThatOthersHad(long total, long now, long ever, String severity, String text) {
        machine.file("/proc/stat", "cpu  100 0 100 9800 0 0 0 " + ever + " 0 0");

        assertThat(find("steal", observed(new CpuTicks(total, 0, now), STEADY))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cpu",
                "cpu 1 2 3",
                "cpu 1 2 3 4 5 6 seven 8 9",
                "intr 1 2 3 4 5 6 7 8 9",
                "cpu -1 2 3 4 5 6 7 8"
            })
    void ticksThatAreNoneAreUnknown(String stat) {
        machine.file("/proc/stat", stat);

        assertThat(CpuTicks.read(new SystemTree(root))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, ok, a fixed loop took 3.00 to 3.00 ms (9 of 10 times of 100), ''",
        "3.3, note, a fixed loop took 3.00 to 3.30 ms (9 of 10 times of 100), the speed of a core changes by 1.10 x",
        "3.9, warning, a fixed loop took 3.00 to 3.90 ms (9 of 10 times of 100), the speed of a core changes by 1.30 x",
    })
    void theRulersSpreadIsThatOfTheCoresSpeed(double slow, String severity, String text, String why) {
        List<Double> times =
                IntStream.range(0, 100).mapToObj(i -> i % 5 == 0 ? slow : 3.0).toList();

        assertThat(find("ruler", observed(AT_REST, times))).satisfies(is(severity, text));
        assertThat(find("ruler", observed(AT_REST, times)).why()).isEqualTo(why);
    }

    @Test
    void aSingleInterruptIsNoSpread() {
        List<Double> times =
                Stream.concat(STEADY.stream(), Stream.of(30.0, 0.1)).toList();

        assertThat(find("ruler", observed(AT_REST, times)).severity()).isEqualTo(Severity.OK);
        assertThat(find("ruler", observed(AT_REST, List.of())).severity()).isEqualTo(Severity.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "150000 100000, warning, 1.50 CPUs of 8",
        "50000 100000, warning, 0.50 CPUs of 8",
        "800000 100000, ok, 8.00 CPUs of 8",
        "6400000 100000, ok, 64.00 CPUs of 8",
        "max 100000, ok, none",
        "max, ok, none",
        "'', ok, none",
        "0 100000, ok, none",
        "100000 0, ok, none",
        "-5 100000, ok, none",
        "99999999999999999999 1, ok, none",
        "999999999999999 1, ok, none",
        "nonsense, ok, none",
    })
    void aQuotaBelowTheCoresStopsThreads(String max, String severity, String text) {
        machine.file(GROUPS + "/user.slice/cpu.max", max);

        assertThat(find("CPU quota")).satisfies(is(severity, text));
    }

    @Test
    void aQuotaOfAGroupAboveCounts() {
        machine.file("/proc/self/cgroup", "0::/user.slice/user-1000.slice/a.scope")
                .file(GROUPS + "/user.slice/user-1000.slice/a.scope/cpu.max", "400000 100000")
                .file(GROUPS + "/user.slice/cpu.max", "200000 100000")
                .file(
                        GROUPS + "/user.slice/cpu.stat",
                        "usage_usec 5\nnr_periods 200\nnr_throttled 50\nthrottled_usec 9");

        assertThat(find("CPU quota"))
                .satisfies(is("warning", "2.00 CPUs of 8; 25 % of its periods were cut short"))
                .extracting(Finding::advice)
                .isEqualTo("start it outside of the service or slice that has CPUQuota");
    }

    /** As Docker has it without a name space for groups: what is mounted is the container's own group. */
    @ParameterizedTest
    @CsvSource({
        "/docker/abc,/docker/abc,''",
        "/docker/abc,/,''",
        "/,/,''",
        "/docker/abc,/docker/abc/x,/x",
        "/../..,/../x,''"
    })
    void aQuotaOfTheFirstVersionIsFoundWhereverItIsMounted(String mounted, String own, String folder) {
        machine.file("/proc/self/cgroup", "9:name=systemd:/\n4:memory:/elsewhere\n3:cpu,cpuacct:" + own)
                .file("/.dockerenv", "")
                .file(
                        "/proc/self/mountinfo",
                        "31 30 0:28 " + mounted + " " + GROUPS
                                + "/cpu,cpuacct ro,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct")
                .file(GROUPS + "/cpu,cpuacct" + folder + "/cpu.cfs_quota_us", "150000")
                .file(GROUPS + "/cpu,cpuacct" + folder + "/cpu.cfs_period_us", "100000");

        assertThat(find("CPU quota")).satisfies(is("warning", "1.50 CPUs of 8"));
        assertThat(find("CPU quota").advice()).startsWith("--cpuset-cpus=0,1 in place");
        assertThat(find("container").severity()).isEqualTo(Severity.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50000, 0.50", "300000, max, 3.00", "50000, 300000, 0.50"})
    void ofBothVersionsAtOnceTheSmallerQuotaCounts(String first, String second, String cpus) {
        machine.file("/proc/self/cgroup", "1:cpu:/\n0::/")
                .file(
                        "/proc/self/mountinfo",
                        "31 30 0:28 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n"
                                + "40 30 0:37 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw")
                .file(GROUPS + "/cpu/cpu.cfs_quota_us", first)
                .file(GROUPS + "/cpu/cpu.cfs_period_us", "100000")
                .file(GROUPS + "/unified/cpu.max", second + " 100000");

        assertThat(find("CPU quota")).satisfies(is("warning", cpus + " CPUs of 8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0::", "x:y", ":::", "1:cpuset:/"})
    void groupsThatCantBeReadAreNoQuota(String groups) {
        machine.file("/proc/self/cgroup", groups).file("/proc/self/mountinfo", "odd\n\n1 2 3 - cgroup2");

        assertThat(find("CPU quota")).satisfies(is("unknown", "not visible here"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, '', warning, 1",
        "2, 0-1, 2-3, note, '2, 2 more switched off'",
        "2, 0-7, '', note, 2 of 8",
        "4, '0,2,4,6', '1,3,5,7', ok, '4, 4 more switched off'",
        "256, 0-255, '', ok, 256",
        "4, nonsense, -, ok, 4",
        "4, '', '', ok, 4",
        "4, 0-999999999, '', ok, 4",
    })
    void aForkedServerNeedsCores(int processors, String online, String offline, String severity, String text) {
        machine.file(CPUS + "online", online).file(CPUS + "offline", offline);

        assertThat(find("cores", observed(processors))).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "1, on, 8, echo off | sudo tee /sys/devices/system/cpu/smt/control",
        "1, on, 4, ''", // it would leave two cores
        "1, notsupported, 8, ''"
    })
    void hyperthreadsAreSwitchedOffOnlyWhereEnoughCoresAreLeft(int active, String control, int cores, String advice) {
        machine.file(CPUS + "smt/active", "" + active).file(CPUS + "smt/control", control);

        assertThat(find("SMT", observed(cores))).satisfies(is("note", "on"));
        assertThat(find("SMT", observed(cores)).advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({"powersave, warning", "schedutil, note", "ondemand, note", "performance, ok", "'x y\u001b[31m', unknown"
    })
    void onlyOneGovernorIsRight(String governor, String severity) {
        machine.governors(governor, 8);

        assertThat(find("governor").severity()).hasToString(severity);
        assertThat(find("governor").advice())
                .isEqualTo(
                        List.of("ok", "unknown").contains(severity)
                                ? ""
                                : "echo performance | sudo tee"
                                        + " /sys/devices/system/cpu/cpufreq/policy*/scaling_governor");
    }

    @Test
    void governorsOf256CoresAreCounted() {
        machine.governors("performance", 256)
                .file(CPUS + "cpufreq/policy255/scaling_governor", "powersave")
                .file(CPUS + "cpufreq/policy255/scaling_available_governors", "powersave");

        assertThat(find("governor")).satisfies(is("warning", "performance on 255, powersave on 1"));
        assertThat(find("governor").advice()).isEmpty(); // not all of them have another
    }

    @ParameterizedTest
    @CsvSource({
        "intel_pstate/no_turbo, 0, note, echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo",
        "intel_pstate/no_turbo, 1, ok, ''",
        "cpufreq/boost, 1, note, echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost",
        "cpufreq/boost, 0, ok, ''",
        "cpufreq/boost, 7, unknown, ''",
        "cpufreq/boost, '', unknown, ''",
    })
    void turboIsWorthANote(String file, String value, String severity, String advice) {
        machine.file(CPUS + file, value);

        assertThat(find("turbo").severity()).hasToString(severity);
        assertThat(find("turbo").advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "Battery, Discharging, System, warning, on battery",
        "Battery, Charging, '', ok, plugged in",
        "Battery, Full, '', ok, plugged in",
        "Battery, Discharging, Device, ok, no battery", // a mouse's
        "Mains, '', '', ok, no battery",
        "'', '', '', ok, no battery",
    })
    void aBatteryThatDischargesIsAWarning(String type, String status, String scope, String severity, String text) {
        String supply = "/sys/class/power_supply/BAT0/";
        machine.file(supply + "type", type).file(supply + "status", status).file(supply + "scope", scope);

        assertThat(find("power")).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({
        "tsc, ok, ''",
        "kvm-clock, ok, ''",
        "hpet, warning, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "acpi_pm, warning, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "xen, note, echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource",
        "sundial, unknown, ''",
    })
    void aClockOfTheKernelIsSlow(String source, String severity, String advice) {
        machine.file(CLOCK + "current_clocksource", source).file(CLOCK + "available_clocksource", "tsc hpet acpi_pm");

        assertThat(find("clock source").severity()).hasToString(severity);
        assertThat(find("clock source").advice()).isEqualTo(advice);
    }

    @Test
    void aClockThatTheKernelRefusesIsNotAdvised() {
        machine.file(CLOCK + "current_clocksource", "hpet").file(CLOCK + "available_clocksource", "hpet acpi_pm");

        assertThat(find("clock source").advice()).startsWith("`sudo dmesg | grep -i tsc` says why");
    }

    @ParameterizedTest
    @CsvSource({
        "8388608, 8388608, 8388608, ok, '0.0 of 8.0 GiB used; 8.0 GiB of memory free', ''",
        "8388608, 6291456, 8388608, note, '2.0 of 8.0 GiB used; 8.0 GiB of memory free',"
                + " sudo swapoff -a && sudo swapon -a brings it back before",
        "8388608, 1048576, 3145728, note, '7.0 of 8.0 GiB used; 3.0 GiB of memory free',"
                + " end what takes the memory; `top -o %MEM` shows it",
        "0, 0, 1048576, warning, none; 1.0 GiB of memory free, end what takes the memory; `top -o %MEM` shows it",
    })
    void memoryThatWasSwappedOutComesBackInATurn(
            long total, long free, long available, String severity, String text, String advice) {
        machine.file(
                "/proc/meminfo",
                "MemAvailable:   " + available + " kB\nSwapTotal: " + total + " kB\nSwapFree: " + free + " kB");

        assertThat(find("swap")).satisfies(is(severity, text));
        assertThat(find("swap").advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "[always] madvise never, note",
        "always [madvise] never, ok",
        "always madvise [never], ok",
        "'', unknown"
    })
    void hugePagesOfADaemonAreWorthANote(String modes, String severity) {
        machine.file("/sys/kernel/mm/transparent_hugepage/enabled", modes);

        assertThat(find("huge pages").severity()).hasToString(severity);
    }

    @ParameterizedTest
    @CsvSource({"0-7, note, runs on 2 nodes", "'0-1,3', ok, one of 2 nodes", "'', note, runs on 2 nodes"})
    void nodesCountOnWhichThisProcessMayRun(String allowed, String severity, String text) {
        machine.file("/sys/devices/system/node/node0/cpulist", "0-3")
                .file("/sys/devices/system/node/node1/cpulist", "4-7")
                .file("/sys/devices/system/node/node2/cpulist", "") // memory alone
                .file("/proc/self/status", "Cpus_allowed_list:\t" + allowed);

        assertThat(find("NUMA")).satisfies(is(severity, text));
    }

    @ParameterizedTest
    @CsvSource({"0, note", "1, ok", "2, ok", "9, unknown", "two, unknown"})
    void oneLayoutForAllForksIsWorthANote(String mode, String severity) {
        machine.file("/proc/sys/kernel/randomize_va_space", mode);

        assertThat(find("ASLR").severity()).hasToString(severity);
    }

    @Test
    void inAContainerTheKernelIsSetOnItsHost() {
        machine.file("/proc/self/mountinfo", "20 1 0:5 / / rw - overlay overlay rw,lowerdir=/a:/b")
                .file("/proc/sys/kernel/randomize_va_space", "0");

        assertThat(find("ASLR").advice())
                .isEqualTo("on the host: echo 2 | sudo tee /proc/sys/kernel/randomize_va_space");
        assertThat(find("container").severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void theWorstComesFirst() {
        machine.governors("powersave", 8)
                .file("/proc/sys/kernel/randomize_va_space", "0")
                .file(CPUS + "smt/active", "");

        assertThat(Doctor.examine(observed(8)))
                .isSortedAccordingTo(Comparator.comparing(Finding::severity))
                .first()
                .extracting(Finding::name)
                .isEqualTo("governor");
    }

    @Test
    void withoutFilesAlmostAllIsUnknown() {
        Observations mac =
                new Observations(new SystemTree(root.resolve("nothing")), "Mac OS X", 10, 1.5, null, 1, STEADY);

        assertThat(Doctor.examine(mac).stream().collect(Collectors.groupingBy(Finding::severity)))
                .hasEntrySatisfying(
                        Severity.UNKNOWN,
                        unknown -> assertThat(unknown)
                                .hasSize(11)
                                .allSatisfy(
                                        finding -> assertThat(finding.seen()).isEqualTo("not visible on Mac OS X")))
                .containsOnlyKeys(Severity.NOTE, Severity.UNKNOWN, Severity.OK);
    }

    private Finding find(String name) {
        return find(name, observed(8));
    }

    private static Finding find(String name, Observations seen) {
        return findings(seen).get(name);
    }

    private Map<String, Finding> findings() {
        return findings(observed(8));
    }

    private static Map<String, Finding> findings(Observations seen) {
        return Doctor.examine(seen).stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private Observations observed(int processors) {
        return new Observations(new SystemTree(root), "Linux", processors, 2.5, AT_REST, 1, STEADY);
    }

    private Observations observed(CpuTicks passed, List<Double> ruler) {
        return new Observations(new SystemTree(root), "Linux", 8, 2.5, passed, 1, ruler);
    }

    private static Consumer<Finding> is(String severity, String text) {
        return finding -> {
            assertThat(finding.seen()).isEqualTo(text);
            assertThat(finding.severity()).hasToString(severity);
        };
    }
}
