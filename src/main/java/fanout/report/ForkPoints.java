package fanout.report;

import fanout.record.ForkRecord;
import fanout.report.plot.Series;
import fanout.results.BenchmarkKey;
import fanout.results.BenchmarkSamples;
import fanout.results.ForkDetails;
import fanout.results.ForkSamples;
import fanout.results.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Each fork as a point in time.
 *
 * @param xLabel what {@code when} is
 * @param points in order of time
 */
record ForkPoints(String xLabel, List<ForkPoint> points) {
    private static final double MILLIS_PER_MINUTE = 60_000;

    /**
     * @param when minutes since the first fork's start, or the fork's number
     * @param score the median of its iterations
     * @param round in which it took turns; null if it took none
     */
    record ForkPoint(BenchmarkKey key, String resultSet, double when, double score, Integer round) {}

    static ForkPoints of(PageData data) {
        List<ForkDetails> traces = data.traces();
        Optional<Instant> first = first(traces);
        if (first.isPresent()) {
            return new ForkPoints("minutes since the first fork", timed(traces, first.get()));
        }
        return new ForkPoints("fork", numbered(data.resultSets()));
    }

    /** The first start, if all starts are known. */
    private static Optional<Instant> first(List<ForkDetails> traces) {
        boolean known =
                traces.stream().allMatch(trace -> trace.entry().started().isPresent());
        return known
                ? traces.stream().map(trace -> trace.entry().started().get()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static List<ForkPoint> timed(List<ForkDetails> traces, Instant first) {
        List<ForkPoint> points = new ArrayList<>();
        for (ForkDetails trace : traces) {
            for (BenchmarkSamples measured : trace.measured()) {
                for (ForkSamples fork : measured.primary().forks()) {
                    points.add(new ForkPoint(
                            measured.key(),
                            trace.entry().label(),
                            middle(trace.entry(), first),
                            fork.median(),
                            trace.entry().round()));
                }
            }
        }
        points.sort(Comparator.comparingDouble(ForkPoint::when));
        return points;
    }

    /** The middle of a fork's life, in minutes. Forks that took turns have about the same one. */
    private static double middle(ForkRecord fork, Instant first) {
        Instant start = fork.started().orElse(first);
        Duration middle = Duration.between(first, start).plus(fork.lifetime().dividedBy(2));
        return middle.toMillis() / MILLIS_PER_MINUTE;
    }

    private static List<ForkPoint> numbered(List<ResultSet> resultSets) {
        List<ForkPoint> points = new ArrayList<>();
        for (ResultSet resultSet : resultSets) {
            resultSet.benchmarks().forEach((key, measured) -> {
                int number = 0;
                for (ForkSamples fork : measured.primary().forks()) {
                    number++;
                    points.add(new ForkPoint(key, resultSet.name(), number, fork.median(), null));
                }
            });
        }
        return points;
    }

    /** The ruler of a run over time: one point for each round, the median of its forks, which share the machine. */
    static List<Series.Point> rulers(PageData data) {
        Optional<Instant> first = first(data.traces());
        if (first.isEmpty()) {
            return List.of();
        }
        SortedMap<Integer, List<ForkRecord>> rounds = new TreeMap<>();
        data.traces().stream()
                .map(ForkDetails::entry)
                .filter(fork -> fork.rulerMillis() != null)
                .forEach(fork -> rounds.computeIfAbsent(fork.round(), round -> new ArrayList<>())
                        .add(fork));
        return rounds.values().stream()
                .map(forks -> new Series.Point(
                        median(forks, fork -> middle(fork, first.get())), median(forks, ForkRecord::rulerMillis)))
                .sorted(Comparator.comparingDouble(Series.Point::x))
                .toList();
    }

    private static double median(List<ForkRecord> forks, ToDoubleFunction<ForkRecord> property) {
        return ForkSamples.median(forks.stream().mapToDouble(property).toArray());
    }
}
