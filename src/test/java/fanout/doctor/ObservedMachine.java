package fanout.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.record.Finding;
import fanout.run.SystemTree;
import fanout.testing.MachineTree;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose files a test changes, and what is found about it. */
abstract class ObservedMachine {
    static final String CPUS = "/sys/devices/system/cpu/";
    static final CpuTicks AT_REST = new CpuTicks(3200, 400, 0);
    static final List<Double> STEADY = Collections.nCopies(100, 3.0);

    @TempDir
    Path root;

    MachineTree machine;

    @BeforeEach
    void startFromACalmMachine() {
        machine = MachineTree.calm(root);
    }

    Finding find(String name) {
        return find(name, observed(8));
    }

    static Finding find(String name, Observations seen) {
        return findings(seen).get(name);
    }

    Map<String, Finding> findings() {
        return findings(observed(8));
    }

    static Map<String, Finding> findings(Observations seen) {
        return Doctor.examine(seen).stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    Observations observed(int processors) {
        return new Observations(new SystemTree(root), "Linux", processors, 2.5, AT_REST, 1, STEADY);
    }

    Observations observed(CpuTicks passed, List<Double> ruler) {
        return new Observations(new SystemTree(root), "Linux", 8, 2.5, passed, 1, ruler);
    }

    static Consumer<Finding> is(String severity, String text) {
        return finding -> {
            assertThat(finding.seen()).isEqualTo(text);
            assertThat(finding.severity()).hasToString(severity);
        };
    }
}
