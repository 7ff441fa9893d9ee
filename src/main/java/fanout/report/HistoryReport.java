package fanout.report;

import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.compare.Verdict;
import fanout.record.ForkRecord;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.report.plot.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The index of many runs: what moved, a list with a link to the page of each, and their scores over time.
 *
 * <p>Tested by {@code fanout.cli.ReportHistoryTest}.
 */
public final class HistoryReport {
    /** A row of the list of runs. */
    record RunRow(
            String link,
            String name,
            boolean quick,
            String time,
            long seconds,
            String took,
            String machine,
            String jvms,
            int benchmarks,
            long forks,
            String verdicts) {}

    /** What the template shows. */
    record HistoryView(
            String title,
            String summary,
            String kind,
            List<RunRow> runs,
            List<String> problems,
            List<Figure> moves,
            List<Figure> figures) {
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
        Criteria criteria = Criteria.DEFAULT;
        String kind = PastRun.kind(runs);
        PastScores scores = PastScores.of(runs, criteria.alpha());
        HistoryMoves moves = HistoryMoves.of(scores, criteria);
        return Templates.fill(
                "history.html",
                new HistoryView(
                        name,
                        moves.sentence(criteria) + " " + counts(runs),
                        kind,
                        latestFirst.stream().map(HistoryReport::row).toList(),
                        problems,
                        moves.figure(criteria, kind).stream().toList(),
                        HistoryPlot.of(scores, moves, criteria.alpha(), kind).stream()
                                .toList()));
    }

    private static String counts(List<PastRun> runs) {
        long machines = runs.stream().map(PastRun::machine).distinct().count();
        return runs.size() + " run" + (runs.size() == 1 ? "" : "s") + " on " + machines + " machine"
                + (machines == 1 ? "" : "s") + ".";
    }

    private static RunRow row(PastRun run) {
        Manifest record = run.record();
        Duration took = run.took();
        return new RunRow(
                run.link(),
                run.name(),
                run.quick(),
                run.started().map(PastRun::minute).orElse(""),
                took.toSeconds(),
                took.isZero() ? "" : took.toMinutes() + " min " + took.toSecondsPart() + " s",
                machine(run),
                record.jvms().stream().map(HistoryReport::jvm).collect(Collectors.joining(", ")),
                (int) run.resultSets().stream()
                        .flatMap(resultSet -> resultSet.benchmarks().keySet().stream())
                        .distinct()
                        .count(),
                record.forks().stream().filter(ForkRecord::endedWell).count(),
                verdicts(run));
    }

    /** The name of the host is a label for readers. */
    private static String machine(PastRun run) {
        String name = run.record().host().name();
        String machine = run.machine().toString();
        return name.isEmpty() || name.equals(machine) ? machine : name + ": " + machine;
    }

    /** How often each verdict was given, and on what. */
    private static String verdicts(PastRun run) {
        if (run.comparison() == null) {
            return "";
        }
        Map<Verdict, Long> counts = run.comparison().scores().stream()
                .collect(Collectors.groupingBy(
                        Judgement::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        String all = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        String what = !run.comparison().by().isArm() ? "methods: " : "";
        return all.isEmpty() ? "" : what + all;
    }

    private static String jvm(JvmRecord jvm) {
        List<String> options = jvm.arm() == null ? List.of() : jvm.arm().options();
        String version = jvm.version().equals(jvm.label()) ? "" : jvm.version();
        String what = String.join(" ", version, String.join(" ", options)).strip();
        return jvm.label() + (what.isEmpty() ? "" : " (" + what + ")");
    }
}
