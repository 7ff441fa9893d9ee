package fanout.report;

import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.results.BenchmarkKey;
import fanout.results.FanoutNames;
import fanout.results.ForkDetails;
import fanout.results.ResultSet;
import fanout.results.RunDetails;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The measurements that a page shows in addition to verdicts.
 *
 * @param resultSets one for each JVM or file
 * @param run what only the folder of a run has; empty where the results are JMH's files
 */
record PageData(List<ResultSet> resultSets, Optional<RunDetails> run) {
    SortedSet<BenchmarkKey> keys() {
        SortedSet<BenchmarkKey> keys = new TreeSet<>();
        resultSets.forEach(resultSet -> keys.addAll(resultSet.benchmarks().keySet()));
        return keys;
    }

    Labels labels() {
        return Labels.brief(keys());
    }

    Palette jvms() {
        return Palette.of(resultSets.stream().map(ResultSet::name).toList());
    }

    ArmNames arms() {
        return ArmNames.of(resultSets);
    }

    List<ForkDetails> traces() {
        return run.map(RunDetails::forks).orElse(List.of());
    }

    /** Whether at least one benchmark is one of Fanout's own, which send requests. */
    boolean hasOurs() {
        return keys().stream().anyMatch(FanoutNames::isOurs);
    }

    /** The name of a benchmark's row. */
    static String title(Labels labels, BenchmarkKey key) {
        String params = labels.params(key);
        return labels.name(key) + (params.isEmpty() ? "" : " " + params);
    }

    /** The title of a benchmark's panel. */
    static Panel.Title title(String id, Labels labels, BenchmarkKey key) {
        return new Panel.Title(id, labels.name(key), labels.params(key));
    }
}
