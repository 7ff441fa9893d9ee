package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Criteria;
import fanout.record.FileNames;
import fanout.report.ReportFormat;
import fanout.results.ResultSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of a run: its verdicts on standard output, and in its folder the files that {@code compare} and
 * {@code report} would write.
 *
 * @param folder of the run
 * @param failOn the verdicts on the JVMs that make the exit code 1
 * @param quick whether the run was too short to conclude from
 * @param criteria of the verdicts
 */
record RunReport(Path folder, FailOn failOn, boolean quick, Criteria criteria, PrintWriter out) {
    private static final String NOTHING = "There is nothing to compare: ";

    /**
     * Prints the verdicts on the strategies, then those on the arms if there are several, and writes the files. Where
     * there is nothing to compare, the scores are printed, and the page is the only file. Of several arms with the
     * benchmarks of others only the arms are compared: that two methods stand in one class need not mean that they are
     * rivals.
     *
     * @return whether a verdict on the JVMs is one that {@code failOn} names
     * @throws UsageException with one line, if the folder can't be read or written to
     */
    boolean write() throws UsageException {
        // One folder is read the same, whatever is compared.
        ComparisonInputs.Content content = new ComparisonInputs(List.of(folder), Comparison.By.JVM, false).read();
        boolean several =
                new DefaultComparison(content.resultSets(), criteria).by().isArm();
        Optional<Comparison> strategies =
                several && !isOurs(content) ? Optional.empty() : compared(content, Comparison.By.STRATEGY);
        Optional<Comparison> last = several ? compared(content, Comparison.By.JVM) : strategies;
        Optional<Comparison> judged = last.map(comparison -> comparison.warned(content.warnings()));
        strategies.ifPresent(comparison -> print(title(content, several), comparison.warned(content.warnings())));
        if (several) {
            // What makes the whole run doubtful has been said under the first table, if there was one.
            Optional<Comparison> second = strategies.isPresent() ? last : judged;
            second.ifPresent(comparison -> print(arms(content) + " compared", comparison));
        } else if (failOn != FailOn.NEVER) {
            out.println("--fail-on " + failOn + ": there is one arm, and so no verdict on arms.");
        }
        if (judged.isEmpty()) {
            printScores(content, several);
        } else {
            write(FileNames.COMPARISON_JSON, ReportFormat.JSON.render(judged.get(), false));
            write(FileNames.COMPARISON_MARKDOWN, ReportFormat.MARKDOWN.render(judged.get(), false));
        }
        // Last, since the page has the comparison among its raw data.
        write(FileNames.PAGE, RunPage.read(folder).html(criteria));
        next(Stream.of(judged, strategies));
        out.println(folder.resolve(FileNames.PAGE));
        if (quick) {
            out.println("--quick: these verdicts are for trying out; they rest on too little to conclude from.");
        }
        return several && judged.filter(failOn::isCausedBy).isPresent();
    }

    private void next(Stream<Optional<Comparison>> compared) {
        List<Comparison.By> by = compared.flatMap(Optional::stream)
                .map(Comparison::by)
                .distinct()
                .toList();
        out.println();
        new NextCommands(Program.here(), folder, criteria).lines(by).forEach(out::println);
    }

    private boolean isOurs(ComparisonInputs.Content content) {
        return new DefaultComparison(content.resultSets(), criteria).isOfOurs();
    }

    private Optional<Comparison> compared(ComparisonInputs.Content content, Comparison.By by) throws UsageException {
        return new DefaultComparison(content.resultSets(), criteria).find(by);
    }

    /** A run of several arms has two tables that look alike. */
    private String title(ComparisonInputs.Content content, boolean several) {
        return (isOurs(content) ? "Ways to fan out" : "Methods") + " compared"
                + (several ? ", on each of the " + arms(content) : "");
    }

    /** What differs between the arms: no more than the JVM, or also what it is started with. */
    private static String arms(ComparisonInputs.Content content) {
        boolean plain = content.resultSets().stream()
                .map(ResultSet::arm)
                .allMatch(arm -> arm == null
                        || arm.arm().options().isEmpty()
                                && arm.arm().classPath().isEmpty());
        return plain ? "JVMs" : "arms";
    }

    private void print(String title, Comparison comparison) {
        out.println();
        out.println("=== " + title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + " ===");
        out.print(ReportFormat.TEXT.render(comparison, Terminal.hasColour()));
        out.flush();
    }

    private void printScores(ComparisonInputs.Content content, boolean several) {
        out.println();
        out.println(NOTHING
                + (several
                        ? "the arms have no benchmark in common."
                        : "no class has two methods that were measured alike."));
        ScoreLines.of(content.resultSets(), criteria).forEach(out::println);
    }

    private void write(String name, String content) throws UsageException {
        ReportTarget.named(folder.resolve(name)).write(content, out);
    }
}
