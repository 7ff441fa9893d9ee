package fanout.cli;

import fanout.compare.Comparison;
import fanout.compare.Criteria;
import fanout.record.RunFolderReader;
import fanout.report.HtmlReport;
import fanout.results.LoadedResults;
import fanout.results.ResultSet;
import fanout.results.RunDetails;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page of one run.
 *
 * @param source what is compared
 * @param run what else a page shows of the folder
 * @param folder its files, as they were when source and run were read
 */
record RunPage(LoadedResults source, RunDetails run, RunFolderReader folder) {
    /**
     * Reads all that the folder has.
     *
     * @throws UsageException with one line that names the file, if something in the folder can't be used
     */
    static RunPage read(Path path) throws UsageException {
        RunFolderReader folder = ResultReader.read(path, () -> RunFolderReader.of(path));
        RunFolderResults results = ResultReader.read(path, () -> RunFolderResults.open(folder));
        LoadedResults source = ResultReader.read(path, () -> ResultReader.source(results));
        try {
            return new RunPage(source, results.run(), folder);
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /** What the run is judged by: what its command line said, and else `compare`'s defaults. */
    Criteria criteria() {
        return JudgingOptions.criteria(source.judging());
    }

    /**
     * The page, with the verdicts of the run's own criteria.
     *
     * @throws UsageException if there is nothing to show, or the raw data can't be read
     */
    String html() throws UsageException {
        return html(criteria());
    }

    /** The same with the verdicts of other criteria. */
    String html(Criteria criteria) throws UsageException {
        if (source.resultSets().isEmpty()) {
            throw new UsageException(source.name() + ": no fork of this run has ended well yet");
        }
        try {
            return HtmlReport.render(
                    compared(source.resultSets(), criteria).warned(warnings(source)),
                    strategies(source.resultSets(), criteria),
                    run,
                    folder.rawData());
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static UsageException unreadable(LoadedResults source, IOException e) {
        return new UsageException(source.name() + ": can't be read (" + e.getMessage() + ")", e);
    }

    /** Leaves out the folder's path, which belongs to this machine, since the page is for others. */
    private static List<String> warnings(LoadedResults source) {
        String path = source.name() + ": ";
        return source.warnings().stream()
                .map(warning -> warning.startsWith(path) ? warning.substring(path.length()) : warning)
                .toList();
    }

    /** Of several arms with Fanout's own benchmarks. */
    private static Optional<Comparison> strategies(List<ResultSet> resultSets, Criteria criteria)
            throws UsageException {
        DefaultComparison comparison = new DefaultComparison(resultSets, criteria);
        return comparison.isOfOurs() && comparison.by().isArm()
                ? comparison.find(Comparison.By.STRATEGY)
                : Optional.empty();
    }

    /** Without verdicts if there is nothing to compare. */
    private static Comparison compared(List<ResultSet> resultSets, Criteria criteria) throws UsageException {
        return new DefaultComparison(resultSets, criteria)
                .find()
                .orElseGet(() -> Comparison.none(criteria, resultSets));
    }
}
