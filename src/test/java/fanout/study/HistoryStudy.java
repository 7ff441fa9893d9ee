package fanout.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How often the history of many runs says that something moved, on synthetic histories: writes
 * {@code results/validation/history.md}.
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.HistoryStudy</pre>
 */
public final class HistoryStudy {
    static final Path TABLE = ValidationStudy.FOLDER.resolve("history.md");
    static final long SEED = 1;
    static final int HISTORIES = 1000;

    private static final int LONG = 100;

    private static final String TITLE = """
            # How often a history says that something moved

            Written with seed %d and %d histories of each kind by
            `./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.HistoryStudy`, from the code that `report` uses;
            percent, with the standard error.

            The rule is that of [ChangePoints](../../src/main/java/fanout/compare/ChangePoints.java): Wilcoxon's rank sum at each
            place that has three runs or more on either side, p times the places of all lines at most 5 %%, and medians that
            differ by 3 %% or more. In lines of 50 runs or more, runs that are like the ones before them count for fewer. Runs
            scatter by 5 %%: normal, heavy-tailed (Student's t with 3 degrees of freedom) or bimodal (30 %% of runs slow).
            *Correlation* is that of a run with the one before.

            """;
    private static final String SUMMARY = """

            Where no run depends on another, a history of up to 300 runs raises a false alarm in %s of cases, the bound of 5 %%
            being for all lines together. Where a run is somewhat like the one before (0.3), it is %s in lines of 100 runs and
            more, and %s in shorter ones, which can't know it; where it is much like it (0.6), %s and %s: a machine that is slow
            for some nights is then taken for a change. So look at the other lines of that machine, the floor among them, before
            you believe one.
            """;

    private HistoryStudy() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(
                TABLE,
                markdown(HistoryKind.all().parallelStream()
                        .map(kind -> HistoryResult.simulate(kind, HISTORIES, SEED))
                        .toList()));
    }

    static String markdown(List<HistoryResult> results) {
        List<List<String>> rows = results.stream().map(HistoryStudy::row).toList();
        return String.format(Locale.ROOT, TITLE, SEED, HISTORIES)
                + Markdown.table(
                        List.of(
                                "runs",
                                "lines",
                                "runs are",
                                "correlation",
                                "no change: an alarm",
                                "+10 % in the middle: found",
                                "another shift beside it",
                                "+30 % in the last three runs: found"),
                        rows)
                + String.format(
                        Locale.ROOT,
                        SUMMARY,
                        alarms(results, kind -> kind.correlation() == 0),
                        alarms(results, kind -> kind.correlation() == 0.3 && kind.runs() >= LONG),
                        alarms(results, kind -> kind.correlation() == 0.3 && kind.runs() < LONG),
                        alarms(results, kind -> kind.correlation() == 0.6 && kind.runs() >= LONG),
                        alarms(results, kind -> kind.correlation() == 0.6 && kind.runs() < LONG));
    }

    static List<String> row(HistoryResult result) {
        HistoryKind kind = result.kind();
        List<String> row = new ArrayList<>(
                List.of("" + kind.runs(), "" + kind.lines(), "" + kind.shape(), "" + kind.correlation()));
        for (Rate rate : List.of(result.alarms(), result.middle(), result.others(), result.end())) {
            row.add(Markdown.withError(rate));
        }
        return row;
    }

    /** The least and the largest rate of false alarms among these kinds. */
    private static String alarms(List<HistoryResult> results, Predicate<HistoryKind> which) {
        double[] rates = results.stream()
                .filter(result -> which.test(result.kind()))
                .mapToDouble(result -> result.alarms().value())
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * rates[0], 100 * rates[rates.length - 1]);
    }
}
