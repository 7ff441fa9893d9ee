package fanout.report;

import fanout.compare.Level;
import fanout.results.Arm;
import fanout.results.BenchmarkKey;
import fanout.results.FormerDefaults;
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
 * @param byPlace in order of time
 */
record PastScores(SortedMap<Place, List<PastScore>> byPlace) {
    /** What a line may join: nothing that was run in another way, or elsewhere. */
    record Place(BenchmarkKey key, String settings, String host) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::key).thenComparing(Place::settings).thenComparing(Place::host);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param run the link of it, which no other has */
    record PastScore(String arm, Instant time, Level level, String unit, String run) {}

    static PastScores of(List<HistoryReport.PastRun> runs, double alpha) {
        SortedMap<Place, List<PastScore>> byPlace = new TreeMap<>();
        for (HistoryReport.PastRun run : completed(runs)) {
            run.started().ifPresent(time -> add(byPlace, run, time, alpha));
        }
        byPlace.values().forEach(scores -> scores.sort(Comparator.comparing(PastScore::time)));
        return new PastScores(byPlace);
    }

    private static List<HistoryReport.PastRun> completed(List<HistoryReport.PastRun> runs) {
        FormerDefaults defaults = FormerDefaults.among(
                runs.stream().flatMap(run -> run.arms().stream()).toList());
        return runs.stream()
                .map(run -> new HistoryReport.PastRun(
                        run.link(),
                        run.run(),
                        run.arms().stream().map(defaults::completed).toList()))
                .toList();
    }

    private static void add(
            SortedMap<Place, List<PastScore>> byPlace, HistoryReport.PastRun run, Instant time, double alpha) {
        String host = run.run().record().host().name();
        for (Arm arm : run.arms()) {
            arm.benchmarks().forEach((key, measured) -> {
                Place place = new Place(key, measured.settings().toString(), host);
                Level level = Level.of(measured.primary(), alpha);
                String unit = measured.primary().unit().text();
                byPlace.computeIfAbsent(place, each -> new ArrayList<>())
                        .add(new PastScore(arm.name(), time, level, unit, run.link()));
            });
        }
    }

    /** The places with two runs or more, so that there is a line to draw. */
    List<Place> withLines() {
        return byPlace.entrySet().stream()
                .filter(place ->
                        place.getValue().stream().map(PastScore::run).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
