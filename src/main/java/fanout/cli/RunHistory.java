package fanout.cli;

import fanout.record.FileNames;
import fanout.record.RunFolderReader;
import fanout.report.HistoryReport;
import fanout.report.PastRun;
import fanout.results.ResultSet;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All runs in a folder, at any depth.
 *
 * @param folder the folder that has them
 * @param pastRuns those that can be read
 * @param problems why others can't be read, a line each
 * @param notes on the files of those that can
 */
record RunHistory(Path folder, List<PastRun> pastRuns, List<String> problems, List<String> notes) {
    /**
     * Reads them all, and writes a page for each that has none; where that fails, it is one of the problems.
     *
     * @param page of the history, from which the links lead
     * @throws UsageException if there is no run
     */
    static RunHistory read(Path folder, Path page) throws UsageException {
        RunHistory history = new RunHistory(folder, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Path> runs = runs(folder);
        if (runs.isEmpty()) {
            throw new UsageException(
                    folder + ": is no folder of a run, and has none in it (" + FileNames.MANIFEST + ")");
        }
        for (Path run : runs) {
            history.add(run, page);
        }
        return history;
    }

    private static List<Path> runs(Path folder) throws UsageException {
        try {
            return RunFolderReader.runsIn(folder);
        } catch (IOException e) {
            throw new UsageException(folder + ": can't be read (" + e.getMessage() + ")", e);
        }
    }

    private void add(Path run, Path page) {
        Path ofRun = RunFolderReader.page(run);
        try {
            RunPage read = RunPage.read(run);
            if (!Files.exists(ofRun)) {
                ReportTarget.named(ofRun).write(read.html(), null);
            }
            // No more than the history shows: of hundreds of runs, all that a page needs would not fit into memory.
            List<ResultSet> resultSets = read.source().resultSets();
            notes.addAll(read.source().notes());
            pastRuns.add(new PastRun(
                    link(page, ofRun),
                    read.run().name(),
                    read.run().record(),
                    resultSets,
                    new DefaultComparison(resultSets, read.criteria()).find().orElse(null)));
        } catch (UsageException e) {
            problems.add(e.getMessage());
        }
    }

    /** A relative link, so that the folder may be moved. */
    private static String link(Path from, Path to) {
        Path parent = from.toAbsolutePath().normalize().getParent();
        String path =
                parent.relativize(to.toAbsolutePath().normalize()).toString().replace('\\', '/');
        try {
            return new URI(null, null, "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("any path is allowed", e);
        }
    }

    String render() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return HistoryReport.render(name == null ? folder.toString() : name.toString(), pastRuns, problems);
    }
}
