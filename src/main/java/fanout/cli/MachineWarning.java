package fanout.cli;

import fanout.record.Finding;
import fanout.record.MachineCheck;
import fanout.record.Severity;
import fanout.run.MachineExamination;
import fanout.run.RunExecutor;
import fanout.run.RunFolderWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run finds wrong with its machine before it measures.
 *
 * <p>Tested by {@code fanout.cli.DoctorCommandTest} and {@code fanout.cli.RunForksTest}.
 */
final class MachineWarning {
    private MachineWarning() {}

    /** Looks for less than a second, warns, and keeps all findings. A run in which all is measured looks no more. */
    static void look(RunExecutor executor, RunFolderWriter directory, PrintWriter out) throws IOException {
        if (!executor.isFinished()) {
            MachineCheck check = MachineExamination.beforeARun();
            directory.add(check);
            of(check).ifPresent(out::println);
        }
    }

    /** One line with all warnings; nothing if there is none. */
    static Optional<String> of(MachineCheck check) {
        List<Finding> warnings = check.of(Severity.WARNING);
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of("This machine: "
                        + warnings.stream()
                                .map(finding -> finding.name() + ": " + finding.seen())
                                .collect(Collectors.joining("; "))
                        + " (`doctor` says what helps)");
    }
}
