package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryChecksTest extends ObservedMachine {
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
}
