package fanout.report;

import fanout.compare.Comparison;
import fanout.compare.Judgement;
import fanout.compare.MachineVerdict;
import fanout.report.plot.DataTable;
import fanout.report.plot.DataTable.TableRow;
import fanout.report.plot.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each machine by itself says, where several measured both sides.
 *
 * <p>Tested by {@code fanout.cli.SeveralMachinesTest}.
 */
final class MachineTable {
    private MachineTable() {}

    static Optional<Figure> of(Comparison comparison) {
        Labels labels = Labels.brief(comparison);
        List<TableRow> rows = new ArrayList<>();
        for (Judgement judgement : comparison.judgements()) {
            String about = ReportText.about(comparison, labels, judgement);
            judgement.machines().forEach(each -> rows.add(row(about, judgement, each)));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.ofTable(
                        "machines",
                        "On each machine",
                        "What each machine says by itself. Where the intervals of two have nothing in common and their"
                                + " verdicts differ, there is no verdict over all of them.",
                        new DataTable(
                                "Machines",
                                List.of("benchmark", "machine", "change", "interval", "verdict", "forks"),
                                rows,
                                true)));
    }

    private static TableRow row(String about, Judgement judgement, MachineVerdict each) {
        return new TableRow(
                about,
                List.of(
                        each.name(),
                        Numbers.change(each.change().estimate()),
                        Numbers.interval(each.shown()),
                        judgement.word(each),
                        each.baselineForks() + " / " + each.candidateForks()));
    }
}
