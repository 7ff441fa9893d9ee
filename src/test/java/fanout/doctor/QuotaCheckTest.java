package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.record.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaCheckTest extends ObservedMachine {
    private static final String GROUPS = "/sys/fs/cgroup";

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
}
