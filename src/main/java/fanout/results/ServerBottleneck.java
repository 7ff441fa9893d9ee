package fanout.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the benchmarks of a run that measured the server more than its client. The rule: over the forks of an arm, the
 * busiest of the server's I/O threads was at work for {@value #BUSY} of the time or more, on average.
 *
 * <p>Such a thread takes one core at most, and answers its connections alone, however many cores there are. At 0.9 it
 * has next to nothing left, so a faster client would hardly get its answers sooner. The share is of CPU time: while a
 * thread waits for a core that others use, it grows no further. So where client and server fight for few cores, the
 * server is not blamed for what the cores can't do, and where cores are idle, one busy thread is enough to be found.
 *
 * <p>The floor is left out: it is there to show what the server allows. So are results without the metric, those of
 * earlier versions and of servers elsewhere.
 *
 * <p>Tested by {@code fanout.cli.RunDoubtsTest}.
 */
final class ServerBottleneck {
    private static final double BUSY = 0.9;

    /** The mean of each fork, by label in the order in which they are added, and by benchmark. */
    private final Map<String, SortedMap<BenchmarkKey, List<Double>>> shares = new LinkedHashMap<>();

    /** Adds a fork of this arm. */
    void add(String label, BenchmarkSamples fork) {
        Metric share = fork.secondary().get(FanoutNames.SERVER_CPU_SHARE);
        boolean counts = FanoutNames.isOurs(fork.key()) && !fork.key().method().equals(FanoutNames.SOCKET_FLOOR);
        if (share == null || !counts) {
            return;
        }
        List<Double> means = shares.computeIfAbsent(label, unknown -> new TreeMap<>())
                .computeIfAbsent(fork.key(), unknown -> new ArrayList<>());
        share.forks().forEach(each -> Arrays.stream(each.iterations()).average().ifPresent(means::add));
    }

    /** A line with all that it is about; empty where the server was busy nowhere. */
    Optional<String> line() {
        List<String> busy = new ArrayList<>();
        shares.forEach((label, benchmarks) -> benchmarks.forEach((key, means) -> {
            double mean =
                    means.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            if (mean >= BUSY) {
                busy.add(String.format(Locale.ROOT, "%s %s (%.0f %%)", label, name(key), 100 * mean));
            }
        }));
        return busy.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the server was the bottleneck, its busiest I/O thread at work for " + Math.round(100 * BUSY)
                                + " % of the time or more, so that a faster client would hardly show: "
                                + String.join(", ", busy)
                                + "; the property fanout.serverIoThreads gives it more");
    }

    /** The method, if no other benchmark has the same. */
    private String name(BenchmarkKey key) {
        long alike = shares.values().stream()
                .flatMap(benchmarks -> benchmarks.keySet().stream())
                .distinct()
                .filter(other -> other.method().equals(key.method()))
                .count();
        return alike == 1 ? key.method() : key.toString();
    }
}
