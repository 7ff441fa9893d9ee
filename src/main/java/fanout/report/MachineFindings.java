package fanout.report;

import fanout.record.Finding;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.record.Severity;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import java.util.List;

/**
 * What was found about the machine of a run.
 *
 * <p>Tested by {@code fanout.cli.DoctorPageTest}.
 */
final class MachineFindings {
    private MachineFindings() {}

    /** Each warning once, though a run that was resumed may have met it each time. */
    static List<String> warnings(Manifest record) {
        return record.machine().stream()
                .flatMap(check -> check.of(Severity.WARNING).stream())
                .map(finding -> finding.name() + ": " + finding.seen())
                .distinct()
                .toList();
    }

    /** A table for each time that the run began or went on. */
    static List<DataTable> tables(Manifest record) {
        return record.machine().stream().map(MachineFindings::table).toList();
    }

    private static DataTable table(MachineCheck check) {
        return new DataTable(
                "The machine for measuring" + (check.time().isEmpty() ? "" : ", " + check.time()),
                List.of("what", "", "seen", "why it matters", "what helps"),
                check.findings().stream().map(MachineFindings::row).toList());
    }

    private static TableRow row(Finding finding) {
        return new TableRow(
                finding.name(),
                List.of(finding.severity().toString(), finding.seen(), finding.why(), finding.advice()));
    }
}
