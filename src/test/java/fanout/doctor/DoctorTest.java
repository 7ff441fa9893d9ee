package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.record.Severity;
import fanout.run.SystemTree;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoctorTest extends ObservedMachine {
    @Test
    void aCalmMachineHasNothingToComplainOf() {
        assertThat(findings()).hasSize(14).allSatisfy((name, finding) -> {
            assertThat(finding.severity()).as(name).isEqualTo(Severity.OK);
            assertThat(finding.why() + finding.advice()).isEmpty();
        });
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
}
