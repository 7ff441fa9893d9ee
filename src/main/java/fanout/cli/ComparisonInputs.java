package fanout.cli;

import fanout.compare.Comparison;
import fanout.record.JudgingRecord;
import fanout.results.FormerDefaults;
import fanout.results.LoadedResults;
import fanout.results.MergedRuns;
import fanout.results.ResultSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files and folders of a comparison.
 *
 * @param by what is to be compared
 * @param allowMismatch whether the folder of a run may lack its manifest
 */
record ComparisonInputs(List<Path> paths, Comparison.By by, boolean allowMismatch) {
    /**
     * What is in them.
     *
     * @param resultSets the result sets in the order given, each under a name of its own
     * @param warnings on how they were measured
     * @param notes on the files, one of each kind a folder
     * @param judging what each of them was begun with, the same once only
     */
    record Content(
            List<ResultSet> resultSets, List<String> warnings, List<String> notes, List<JudgingRecord> judging) {}

    private record Found(LoadedResults source, ResultSet resultSet) {}

    /**
     * Reads them all. Runs of the same JVMs are put together, as long as each by itself has what it takes to compare;
     * runs of one JVM are before and after, where JVMs are compared.
     *
     * @throws UsageException if a file or folder does not hold results, or holds some that can't be put together
     */
    Content read() throws UsageException {
        List<LoadedResults> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(ResultReader.read(path, allowMismatch));
        }
        List<JudgingRecord> judging =
                sources.stream().map(LoadedResults::judging).distinct().toList();
        sources = FormerDefaults.in(sources);
        List<String> warnings = new ArrayList<>();
        if (MergedRuns.are(sources, by.isArm() ? 2 : 1)) {
            sources = List.of(merged(sources));
        }
        MergedRuns.whyApart(sources).ifPresent(warnings::add);
        for (LoadedResults source : sources) {
            if (source.resultSets().isEmpty()) {
                throw new UsageException(source.name() + ": no fork of this run has ended well yet");
            }
        }
        sources.forEach(source -> warnings.addAll(source.warnings()));
        List<String> notes = sources.stream()
                .flatMap(source -> source.notes().stream())
                .distinct()
                .toList();
        return new Content(resultSets(sources), warnings, notes, judging);
    }

    private static LoadedResults merged(List<LoadedResults> runs) throws UsageException {
        try {
            return MergedRuns.of(runs);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /**
     * Makes the names unique: where two have the same name, their path is put in front, and a number if the paths are
     * the same, too. Of several runs only the first keeps its control, which shows the noise around the first JVM only.
     */
    private static List<ResultSet> resultSets(List<LoadedResults> sources) {
        List<Found> found = new ArrayList<>();
        for (LoadedResults source : sources) {
            boolean first = found.isEmpty();
            for (ResultSet resultSet : source.resultSets()) {
                if (first || !resultSet.control()) {
                    found.add(new Found(source, resultSet));
                }
            }
        }
        Set<String> taken = new HashSet<>();
        return found.stream().map(each -> named(each, found, taken)).toList();
    }

    private static ResultSet named(Found each, List<Found> all, Set<String> taken) {
        String name = each.resultSet().name();
        long alike = all.stream()
                .filter(other -> other.resultSet().name().equals(name))
                .count();
        String wanted = alike == 1 ? name : each.source().name() + ":" + name;
        String free = wanted;
        for (int number = 2; !taken.add(free); number++) {
            free = wanted + "#" + number;
        }
        return each.resultSet().named(free);
    }
}
