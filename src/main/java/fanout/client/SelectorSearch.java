package fanout.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out how many selectors are the fastest, among the powers of two up to the number of processors: more threads
 * than that can't run at once, and what lies between two powers of two would be told apart from them only by a search
 * that takes longer.
 *
 * <p>The candidates take turns, a few batches each, in rounds whose order is turned each time. So a machine whose speed
 * changes changes for all of them, and what counts is the median over the rounds of the ratio of two candidates. More
 * selectors are preferred only if they are faster by 5 % or more: near a tie each fork must come to the same number.
 *
 * <p>Tested by {@code fanout.client.SelectorSearchTest} and {@code fanout.client.SocketFloorTest}.
 */
final class SelectorSearch {
    private static final double FASTER = 0.95;

    /** The default batch. More requests would only prolong the search. */
    private static final int REQUESTS = 1000;

    private static final int ROUNDS = 11;
    private static final int LEAST_ROUNDS = 3;
    private static final int LEAST_BATCHES = 2;
    private static final long WARM_UP_NANOS = Duration.ofMillis(500).toNanos();
    private static final long TURN_NANOS = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final UnmeasuredBatches batches;
    private final IntConsumer use;

    /** @param use makes the client use so many selectors from the next batch on */
    SelectorSearch(UnmeasuredBatches batches, IntConsumer use) {
        this.batches = batches;
        this.use = use;
    }

    /** What is to be tried where so many threads can run at once. */
    static List<Integer> candidates(int threads) {
        return IntStream.iterate(1, n -> n <= threads, n -> 2 * n).boxed().toList();
    }

    /**
     * Searches. The client has one selector before, and any number of them afterwards.
     *
     * @param candidates ascending from 1
     */
    SelectorCount run(List<Integer> candidates) throws InterruptedException {
        if (candidates.size() == 1) {
            return new SelectorCount(1, ": there is one processor, or one connection");
        }
        long batch = warmUp();
        if (batch * candidates.size() * (1 + LEAST_BATCHES) * LEAST_ROUNDS > LONGEST_NANOS) {
            return new SelectorCount(1, ": others were not tried, since a batch takes " + millis(batch));
        }
        long start = System.nanoTime();
        List<double[]> rounds = new ArrayList<>();
        while (rounds.size() < ROUNDS && (rounds.size() < LEAST_ROUNDS || System.nanoTime() - start < LONGEST_NANOS)) {
            rounds.add(round(candidates, rounds.size() % 2 == 1));
        }
        return choose(candidates, rounds);
    }

    /** Returns the time of a batch, the last one. */
    private long warmUp() throws InterruptedException {
        long end = System.nanoTime() + WARM_UP_NANOS;
        long start;
        do {
            start = System.nanoTime();
            batches.send(REQUESTS);
        } while (System.nanoTime() < end);
        return System.nanoTime() - start;
    }

    private double[] round(List<Integer> candidates, boolean backwards) throws InterruptedException {
        double[] nanos = new double[candidates.size()];
        for (int i = 0; i < nanos.length; i++) {
            int candidate = backwards ? nanos.length - 1 - i : i;
            use.accept(candidates.get(candidate));
            batches.send(REQUESTS); // its threads are new
            nanos[candidate] = turn();
        }
        return nanos;
    }

    private double turn() throws InterruptedException {
        long start = System.nanoTime();
        int sent = 0;
        while (sent < LEAST_BATCHES || System.nanoTime() - start < TURN_NANOS) {
            batches.send(REQUESTS);
            sent++;
        }
        return (double) (System.nanoTime() - start) / sent;
    }

    /**
     * Chooses, of candidates in ascending order.
     *
     * @param rounds for each round the time of a batch of each candidate, in ns
     */
    static SelectorCount choose(List<Integer> candidates, List<double[]> rounds) {
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            int candidate = i;
            int against = best;
            if (median(rounds.stream()
                            .mapToDouble(round -> round[candidate] / round[against])
                            .toArray())
                    <= FASTER) {
                best = candidate;
            }
        }
        String times = IntStream.range(0, candidates.size())
                .mapToObj(i -> candidates.get(i) + " "
                        + millis(median(
                                rounds.stream().mapToDouble(round -> round[i]).toArray())))
                .collect(Collectors.joining(", "));
        return new SelectorCount(candidates.get(best), " of those tried: " + times + " a batch");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static String millis(double nanos) {
        return String.format(
                Locale.ROOT, "%.2f ms", nanos / Duration.ofMillis(1).toNanos());
    }

    /**
     * What was found.
     *
     * @param reason to be told after the number
     */
    record SelectorCount(int selectors, String reason) {}
}
