package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.report.ReportFormat;
import fanout.results.ResultSet;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code compare}: reads JMH results, and gives a verdict for each benchmark.
 *
 * <p>Tested by {@code fanout.cli.CompareTest}, {@code fanout.cli.CompareUsageTest} and {@code fanout.jar.CompareJarIT}.
 */
@Command(
        name = "compare",
        description = {
            "Judges JMH results: slower, faster, unchanged, not slower, not faster or inconclusive.",
            "BASELINE and CANDIDATE are JMH JSON files, of any JMH suite, or folders of `run`; one folder alone "
                    + "compares"
                    + " all its arms (JVMs) with its first. Folders of the same two or more arms (by strategy: of the"
                    + " same arms) are put together; the forks of a round are then held against each other, never"
                    + " against another folder's."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no benchmark is slower (or what --fail-on names)",
            "1:at least one is",
            "2:bad usage, or an input that can't be used: nothing was judged",
        })
final class CompareCommand implements Callable<Integer> {
    @Option(
            names = "--by",
            paramLabel = "jvm|strategy|PARAMETER",
            description =
                    "jvm (default): the arms of a run, or files; strategy: the methods of each class, in each arm;"
                            + " or the values of a parameter, say delayMillis, of each benchmark, in each arm")
    private Comparison.By by = Comparison.By.JVM;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "the arm (JVM) or file, the method, or the parameter's value, to hold the others against;"
                    + " default: the first, or blockingThreadPool")
    private String baseline;

    @Mixin
    private JudgingOptions judging;

    @Option(names = "--format", paramLabel = "text|markdown|json|html", description = "of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "write to this file instead of standard output")
    private Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "slower|inconclusive|never",
            description = "what makes the exit code 1: a slower verdict (default); that, or one that does not rule out"
                    + " slower: inconclusive or not faster; nothing")
    private FailOn failOn = FailOn.SLOWER;

    @Option(
            names = "--metric",
            paramLabel = "REGEX",
            description = "judge the secondary metrics that match, too, as advice: they don't count for --fail-on")
    private Pattern metric;

    @Option(names = "--allow-mismatch", description = "judge pairs whose settings differ, too, with a warning")
    private boolean allowMismatch;

    @Parameters(arity = "1..*", paramLabel = "BASELINE [CANDIDATE]", description = "JMH JSON files or run folders")
    private List<Path> inputs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException {
        ComparisonInputs.Content content = new ComparisonInputs(inputs, by, allowMismatch).read();
        Criteria criteria = judging.criteria(content.judging());
        Comparison comparison = compare(content.resultSets(), criteria).warned(content.warnings());
        String report = format.render(comparison, output == null && Terminal.hasColour());
        new ReportTarget(output).write(report, spec.commandLine().getOut());
        Notes.print(content.notes(), spec.commandLine().getErr());
        Notes.print(judging.notes(content.judging()), spec.commandLine().getErr());
        return failOn.isCausedBy(comparison) ? ExitCode.FAILURE : ExitCode.OK;
    }

    private Comparison compare(List<ResultSet> resultSets, Criteria criteria) throws UsageException {
        try {
            Comparisons comparisons = new Comparisons(criteria, allowMismatch, metric);
            BaselineChoice choice = new BaselineChoice(baseline, resultSets);
            return choice.compare(by, comparisons);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
