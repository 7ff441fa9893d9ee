package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.record.MachineCheck;
import fanout.testing.MachineTree;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineExaminationTest {
    @TempDir
    Path root;

    /** The machine's clock stands still while the ruler runs. */
    @Test
    void aLookEndsThoughTheClockStands() {
        MachineTree.calm(root);
        MachineCheck check =
                new MachineExamination(new FakeMachine(), new SystemTree(root)).take(Duration.ofSeconds(4));

        assertThat(check.time()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(check.findings())
                .extracting(Finding::name)
                .contains("load", "steal", "ruler")
                .doesNotHaveDuplicates();
    }

    @Test
    void theLookBeforeARunTakesNoLongerThanASecond() {
        MachineExamination.here(Path.of("/")); // compiles the ruler
        long start = System.nanoTime();
        MachineCheck check = MachineExamination.beforeARun();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(check.findings()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(check.toString()).doesNotContain(System.getProperty("user.home") + "/");
    }
}
