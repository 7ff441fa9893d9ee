package fanout.report;

import fanout.compare.Criteria;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.results.Arm;
import fanout.results.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The index of many runs: their scores over time, and a link to the page of each. */
public final class HistoryReport {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * One run.
     *
     * @param link to its page, as a relative URL
     * @param arms one a JVM that has results
     */
    public record PastRun(String link, Run run, List<Arm> arms) {
        /** When its first fork started, if that is known. */
        Optional<Instant> started() {
            return run.record().forks().stream()
                    .flatMap(fork -> fork.started().stream())
                    .min(Comparator.naturalOrder());
        }
    }

    /** A row of the list of runs. */
    record Row(String link, String name, String time, String host, String jvms, int benchmarks, long forks) {}

    /** What the template shows. */
    record View(String title, String summary, List<Row> runs, List<String> problems, List<Figure> figures) {
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
     * @param name of the folder that has them all
     * @param problems why a run is missing, a line each
     */
    public static String render(String name, List<PastRun> runs, List<String> problems) {
        List<PastRun> latestFirst = runs.stream()
                .sorted(Comparator.comparing((PastRun run) -> run.started().orElse(Instant.MIN))
                        .reversed()
                        .thenComparing(PastRun::link))
                .toList();
        long hosts = runs.stream()
                .map(run -> run.run().record().host().name())
                .distinct()
                .count();
        String summary = runs.size() + " run" + (runs.size() == 1 ? "" : "s") + " on " + hosts + " machine"
                + (hosts == 1 ? "" : "s") + ", the latest first.";
        return Templates.fill(
                "history.html",
                new View(
                        name,
                        summary,
                        latestFirst.stream().map(HistoryReport::row).toList(),
                        problems,
                        HistoryPlot.of(runs, Criteria.DEFAULT.alpha()).stream().toList()));
    }

    private static Row row(PastRun run) {
        Manifest record = run.run().record();
        return new Row(
                run.link(),
                run.run().name(),
                run.started().map(HistoryReport::minute).orElse(""),
                record.host().name(),
                record.jvms().stream().map(HistoryReport::jvm).collect(Collectors.joining(", ")),
                (int) run.arms().stream()
                        .flatMap(arm -> arm.benchmarks().keySet().stream())
                        .distinct()
                        .count(),
                run.run().forks().size());
    }

    private static String jvm(JvmRecord jvm) {
        boolean told = jvm.version().isEmpty() || jvm.version().equals(jvm.label());
        return jvm.label() + (told ? "" : " (" + jvm.version() + ")");
    }

    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
