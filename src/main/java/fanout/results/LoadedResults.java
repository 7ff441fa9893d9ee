package fanout.results;

import fanout.record.JudgingRecord;
import java.util.List;
import java.util.Optional;

/**
 * The content of one file or folder.
 *
 * @param name the file or folder, for messages
 * @param jvms those of a run, in the order of its manifest; empty for JMH's files, which don't have them
 * @param jar identifies the jar of the benchmarks; empty where it is not known
 * @param turns whether the forks of a round took turns
 * @param resultSets a result set for each JVM or file that has results, the baseline's first; empty if no fork of a run
 *     ended well
 * @param warnings on what went wrong during measurement
 * @param notes on the files themselves: who reads them is to know it, and it is no part of a comparison
 * @param judging what a run was begun with; nothing for JMH's files
 */
public record LoadedResults(
        String name,
        List<RunJvm> jvms,
        String jar,
        boolean turns,
        List<ResultSet> resultSets,
        List<String> warnings,
        List<String> notes,
        JudgingRecord judging) {
    public LoadedResults {
        jvms = List.copyOf(jvms);
        resultSets = List.copyOf(resultSets);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** The content of one of JMH's files. */
    public static LoadedResults ofFiles(String name, List<ResultSet> resultSets) {
        return new LoadedResults(name, List.of(), "", false, resultSets, List.of(), List.of(), JudgingRecord.NONE);
    }

    /** The same source with other results. */
    public LoadedResults with(List<ResultSet> others) {
        return new LoadedResults(name, jvms, jar, turns, others, warnings, notes, judging);
    }

    public boolean isRun() {
        return !jvms.isEmpty();
    }

    /** The results of one JVM, if it has any. */
    Optional<ResultSet> resultSet(String label) {
        return resultSets.stream()
                .filter(resultSet -> resultSet.name().equals(label))
                .findFirst();
    }
}
