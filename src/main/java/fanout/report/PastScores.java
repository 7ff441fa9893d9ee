package fanout.report;

import fanout.compare.ScoreSummary;
import fanout.results.BenchmarkKey;
import fanout.results.FormerDefaults;
import fanout.results.ResultSet;
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
 * @param byKey those that one line may join, in order of time
 */
record PastScores(SortedMap<LineKey, List<PastScore>> byKey) {
    /** What scores must have in common so that a line may join them: benchmark, settings and machine. */
    record LineKey(BenchmarkKey benchmark, String settings, String host) implements Comparable<LineKey> {
        private static final Comparator<LineKey> ORDER = Comparator.comparing(LineKey::benchmark)
                .thenComparing(LineKey::settings)
                .thenComparing(LineKey::host);

        @Override
        public int compareTo(LineKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param run the link of its run, which no other run has */
    record PastScore(String resultSet, Instant time, ScoreSummary summary, String unit, String run) {}

    static PastScores of(List<PastRun> runs, double alpha) {
        SortedMap<LineKey, List<PastScore>> byKey = new TreeMap<>();
        for (PastRun run : completed(runs)) {
            run.started().ifPresent(time -> add(byKey, run, time, alpha));
        }
        byKey.values().forEach(scores -> scores.sort(Comparator.comparing(PastScore::time)));
        return new PastScores(byKey);
    }

    private static List<PastRun> completed(List<PastRun> runs) {
        FormerDefaults defaults = FormerDefaults.among(
                runs.stream().flatMap(run -> run.resultSets().stream()).toList());
        return runs.stream()
                .map(run -> new PastRun(
                        run.link(),
                        run.run(),
                        run.resultSets().stream().map(defaults::completed).toList()))
                .toList();
    }

    private static void add(SortedMap<LineKey, List<PastScore>> byKey, PastRun run, Instant time, double alpha) {
        String host = run.run().record().host().name();
        for (ResultSet resultSet : run.resultSets()) {
            resultSet.benchmarks().forEach((key, measured) -> {
                LineKey line = new LineKey(key, measured.settings().toString(), host);
                ScoreSummary summary = ScoreSummary.of(measured.primary(), alpha);
                String unit = measured.primary().unit().text();
                byKey.computeIfAbsent(line, each -> new ArrayList<>())
                        .add(new PastScore(resultSet.name(), time, summary, unit, run.link()));
            });
        }
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
