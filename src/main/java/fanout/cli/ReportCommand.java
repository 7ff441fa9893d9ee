package fanout.cli;

import fanout.record.FileNames;
import fanout.record.RunFolderReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code report}: reads the folder of a run, and writes one page.
 *
 * <p>Tested by {@code fanout.cli.ReportTest} and {@code fanout.cli.ReportHistoryTest}.
 */
@Command(
        name = "report",
        description = {
            "Makes one page of a run: verdicts, plots, environment and raw data, in a single HTML file.",
            "DIR is a folder of `run`, or a zip file of one; or a folder that has such in it, at any depth: then the"
                    + " page is their history, and each run that has no page yet gets one."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the page is written", "2:bad usage, or a folder that can't be used"})
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of a run, its zip file, or a folder of several")
    private Path folder;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the page there; default: DIR/" + FileNames.PAGE + ", or beside the zip file")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException {
        if (!RunFolderReader.isFolderOrArchive(folder)) {
            throw new UsageException(folder + ": "
                    + (Files.exists(folder)
                            ? "is a file; report takes the folder of a run, or a zip file of it (compare --format html"
                                    + " takes files)"
                            : "there is no such folder"));
        }
        Path page = output == null ? RunFolderReader.page(folder) : output;
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder) || new RunFolderReader(folder).isRun()) {
            RunPage read = RunPage.read(folder);
            new ReportTarget(page).write(read.html(), out);
            out.println(page);
            Notes.print(read.source().notes(), spec.commandLine().getErr());
            return ExitCode.OK;
        }
        RunHistory history = RunHistory.read(folder, page);
        new ReportTarget(page).write(history.render(), out);
        out.println(page);
        Notes.print(history.notes(), spec.commandLine().getErr());
        if (!history.problems().isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator(), history.problems()));
        }
        return ExitCode.OK;
    }
}
