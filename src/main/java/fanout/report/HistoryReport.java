package fanout.report;

import fanout.compare.Criteria;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.report.plot.Figure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The index of many runs: a list with a link to the page of each, and their scores over time.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 */
public final class HistoryReport {
    /** A row of the list of runs. */
    record RunRow(String link, String name, String time, String host, String jvms, int benchmarks, long forks) {}

    /** What the template shows. */
    record HistoryView(
            String title, String summary, String kind, List<RunRow> runs, List<String> problems, List<Figure> figures) {
        String windowTitle() {
            return "history of " + title;
        }

        boolean hasProblems() {
            return !problems.isEmpty();
        }
    }

    private HistoryReport() {}

    /**
     * The page.
     *
     * @param name of the folder that the runs are in
     * @param problems why a run is missing, a line each
     */
    public static String render(String name, List<PastRun> runs, List<String> problems) {
        List<PastRun> latestFirst = runs.stream()
                .sorted(Comparator.comparing((PastRun run) -> run.started().orElse(Instant.MIN))
                        .reversed()
                        .thenComparing(PastRun::link))
                .toList();
        return Templates.fill(
                "history.html",
                new HistoryView(
                        name,
                        summary(runs),
                        PastRun.kind(runs),
                        latestFirst.stream().map(HistoryReport::row).toList(),
                        problems,
                        HistoryPlot.of(runs, Criteria.DEFAULT.alpha()).stream().toList()));
    }

    private static String summary(List<PastRun> runs) {
        long hosts = runs.stream()
                .map(run -> run.run().record().host().name())
                .distinct()
                .count();
        return runs.size() + " run" + (runs.size() == 1 ? "" : "s") + " on " + hosts + " machine"
                + (hosts == 1 ? "" : "s") + ", the latest first.";
    }

    private static RunRow row(PastRun run) {
        Manifest record = run.run().record();
        return new RunRow(
                run.link(),
                run.run().name(),
                run.started().map(PastRun::minute).orElse(""),
                record.host().name(),
                record.jvms().stream().map(HistoryReport::jvm).collect(Collectors.joining(", ")),
                (int) run.resultSets().stream()
                        .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                        .distinct()
                        .count(),
                run.run().forks().size());
    }

    private static String jvm(JvmRecord jvm) {
        List<String> options = jvm.arm() == null ? List.of() : jvm.arm().options();
        String version = jvm.version().equals(jvm.label()) ? "" : jvm.version();
        String what = String.join(" ", version, String.join(" ", options)).strip();
        return jvm.label() + (what.isEmpty() ? "" : " (" + what + ")");
    }
}
