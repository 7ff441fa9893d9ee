package fanout.report;

import fanout.report.plot.Palette;
import fanout.report.plot.Panel;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.ForkTrace;
import fanout.results.Run;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a page shows beside verdicts.
 *
 * @param arms one a JVM or file
 * @param run what only a run's folder knows
 */
record Measurements(List<Arm> arms, Optional<Run> run) {
    SortedSet<BenchmarkKey> keys() {
        SortedSet<BenchmarkKey> keys = new TreeSet<>();
        arms.forEach(arm -> keys.addAll(arm.benchmarks().keySet()));
        return keys;
    }

    Labels labels() {
        return Labels.brief(keys());
    }

    Palette jvms() {
        return Palette.of(arms.stream().map(Arm::name).toList());
    }

    List<ForkTrace> traces() {
        return run.map(Run::forks).orElse(List.of());
    }

    /** What a row of a benchmark is called. */
    static String title(Labels labels, BenchmarkKey key) {
        String params = labels.params(key);
        return labels.name(key) + (params.isEmpty() ? "" : " " + params);
    }

    /** What a panel of a benchmark is called. */
    static Panel.Title title(String id, Labels labels, BenchmarkKey key) {
        return new Panel.Title(id, labels.name(key), labels.params(key));
    }
}
