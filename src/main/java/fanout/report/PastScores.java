package fanout.report;

import fanout.compare.ScoreSummary;
import fanout.record.MachineKind;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.FormerDefaults;
import fanout.results.ResultSet;
import fanout.results.ScoreUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores of many runs.
 *
 * @param byKey those that one panel may show, in order of time
 */
record PastScores(SortedMap<LineKey, List<PastScore>> byKey) {
    /** What scores must have in common so that a panel may show them: benchmark, settings and machine. */
    record LineKey(BenchmarkKey benchmark, String settings, MachineKind machine) implements Comparable<LineKey> {
        private static final Comparator<LineKey> ORDER = Comparator.comparing(LineKey::benchmark)
                .thenComparing(LineKey::settings)
                .thenComparing(LineKey::machine);

        @Override
        public int compareTo(LineKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param run the link of its run, which no other run has */
    record PastScore(String resultSet, Instant time, ScoreSummary summary, ScoreUnit unit, String run) {
        /** The logarithm of the time that the score stands for, which grows as things get slower. */
        double logTime() {
            double log = Math.log(summary.score() * unit.factor());
            return unit.isRate() ? -log : log;
        }

        /** The score of this logarithm of time, in this unit. */
        double score(double logTime) {
            return Math.exp(unit.isRate() ? -logTime : logTime) / unit.factor();
        }
    }

    static PastScores of(List<PastRun> runs, double alpha) {
        SortedMap<LineKey, List<PastScore>> byKey = new TreeMap<>();
        FormerDefaults defaults = FormerDefaults.among(
                runs.stream().flatMap(run -> run.resultSets().stream()).toList());
        for (PastRun run : runs) {
            run.started().ifPresent(time -> {
                for (ResultSet resultSet : run.resultSets()) {
                    defaults.completed(resultSet)
                            .benchmarks()
                            .values()
                            .forEach(measured -> byKey.computeIfAbsent(key(run, measured), each -> new ArrayList<>())
                                    .add(score(run, resultSet, time, measured, alpha)));
                }
            });
        }
        byKey.values().forEach(scores -> scores.sort(Comparator.comparing(PastScore::time)));
        return new PastScores(byKey);
    }

    private static LineKey key(PastRun run, BenchmarkSamples measured) {
        return new LineKey(measured.key(), measured.settings().toString(), run.machine());
    }

    private static PastScore score(
            PastRun run, ResultSet resultSet, Instant time, BenchmarkSamples measured, double alpha) {
        ScoreSummary summary = ScoreSummary.of(measured.primary(), alpha);
        return new PastScore(resultSet.name(), time, summary, measured.primary().unit(), run.link());
    }

    /** The keys with two runs or more, so that there is a line to draw. */
    List<LineKey> withLines() {
        return byKey.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().map(PastScore::run).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
