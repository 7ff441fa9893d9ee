package fanout.run;

import fanout.record.WarmUpRecord;
import fanout.selection.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long the forks of one benchmark warm up, learned from its earlier rounds. All arms of a benchmark warm up alike:
 * as long as the slowest of them needs.
 *
 * <p>Tested by {@code fanout.run.IterationPlanTest}.
 *
 * @param count iterations of the warm-up of the next fork
 * @param round in which it was learned; 0 while it is not known yet
 */
record LearnedWarmUp(int count, int round) {
    /** The first round warms up this long, to see the end of it. */
    static final double FIRST_SECONDS = 20;

    /** A later round warms up this long, where the end was not seen before; no fork warms up longer. */
    static final double MOST_SECONDS = 40;

    /**
     * Learns from the forks so far.
     *
     * @param own the benchmark's iterations
     * @param forks those of this benchmark, of all arms
     */
    static LearnedWarmUp of(Iterations own, boolean rate, List<RecordedFork> forks) {
        SortedMap<Integer, List<RecordedFork>> rounds = new TreeMap<>();
        forks.forEach(fork -> rounds.computeIfAbsent(fork.record().round(), round -> new ArrayList<>())
                .add(fork));
        int next = iterations(Math.max(FIRST_SECONDS, own.warmupCount() * own.warmupSeconds()), own);
        for (SortedMap.Entry<Integer, List<RecordedFork>> round : rounds.entrySet()) {
            OptionalInt over = over(round.getValue(), rate);
            if (over.isPresent()) {
                return new LearnedWarmUp(over.getAsInt(), round.getKey());
            }
            next = iterations(MOST_SECONDS, own);
        }
        return new LearnedWarmUp(next, 0);
    }

    /** Iterations for this time, {@value #MOST_SECONDS} s at most; at least one. */
    private static int iterations(double seconds, Iterations own) {
        return (int) Math.max(1, Math.ceil(Math.min(MOST_SECONDS, seconds) / own.warmupSeconds()));
    }

    /** The longest warm-up that a fork of the round needed; empty if the end of one was not seen. */
    private static OptionalInt over(List<RecordedFork> forks, boolean rate) {
        List<OptionalInt> each = forks.stream()
                .map(fork -> WarmUpRule.iterations(fork.warmup(), rate))
                .toList();
        return each.stream().allMatch(OptionalInt::isPresent)
                ? each.stream().mapToInt(OptionalInt::getAsInt).max()
                : OptionalInt.empty();
    }

    boolean isKnown() {
        return round > 0;
    }

    /** Its record in the manifest. */
    WarmUpRecord toRecord(Scenario scenario) {
        return new WarmUpRecord(
                scenario.benchmark(), scenario.mode(), scenario.params(), isKnown() ? (Integer) round : null, count);
    }
}
