package fanout.compare;

import fanout.results.ForkSamples;
import fanout.results.Metric;
import fanout.results.Round;
import fanout.results.ScoreUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The samples of one metric on both sides, as logarithms that grow with time: one number for each fork, and for each
 * round where the forks took turns.
 *
 * <p>Tested by {@code fanout.cli.PairingTest}.
 *
 * @param baseline one number for each fork
 * @param candidate one number for each fork
 * @param rounds one difference for each round that both sides have; null if the forks did not take turns with each
 *     other
 * @param roundsBegun how many rounds at least one side has
 * @param looks how often the rounds were looked at while they were measured; 0 if their number was fixed
 */
record LogSamples(double[] baseline, double[] candidate, double[] rounds, int roundsBegun, int looks) {
    static LogSamples of(Metric baseline, Metric candidate) {
        boolean turns = tookTurns(baseline, candidate);
        long begun = Stream.of(baseline, candidate)
                .flatMap(metric -> metric.forks().stream())
                .map(ForkSamples::round)
                .distinct()
                .count();
        double[] rounds = turns ? perRound(baseline, candidate) : null;
        return new LogSamples(
                perFork(baseline), perFork(candidate), rounds, turns ? (int) begun : 0, looks(baseline, rounds));
    }

    /** After the first rounds that allow a verdict there is a look after each. */
    private static int looks(Metric baseline, double[] rounds) {
        boolean looked = rounds != null
                && baseline.forks().stream().anyMatch(fork -> fork.round().lookedAt());
        return looked ? AlphaSpending.looks(rounds.length) : 0;
    }

    /**
     * Whether rounds are compared. The data never decide this: a fork has a round if its manifest says that the forks
     * took turns. Forks of two runs did not take turns with each other, though each of the runs has rounds.
     */
    private static boolean tookTurns(Metric baseline, Metric candidate) {
        return allInRounds(baseline)
                && allInRounds(candidate)
                && !Collections.disjoint(rounds(baseline, Round::run), rounds(candidate, Round::run));
    }

    private static boolean allInRounds(Metric metric) {
        return !metric.forks().isEmpty() && metric.forks().stream().allMatch(fork -> fork.round() != null);
    }

    private static <T> Set<T> rounds(Metric metric, Function<Round, T> property) {
        return metric.forks().stream().map(ForkSamples::round).map(property).collect(Collectors.toSet());
    }

    /**
     * The forks of one side that count for a verdict: all of them, or those of complete rounds where the forks took
     * turns and at least one round is complete.
     */
    static List<ForkSamples> used(Metric side, Metric other) {
        if (!tookTurns(side, other)) {
            return side.forks();
        }
        Set<Round> others = rounds(other, Function.identity());
        List<ForkSamples> complete = side.forks().stream()
                .filter(fork -> others.contains(fork.round()))
                .toList();
        return complete.isEmpty() ? side.forks() : complete;
    }

    private static double[] perFork(Metric metric) {
        return metric.forks().stream()
                .mapToDouble(fork -> log(metric.unit(), fork.median()))
                .toArray();
    }

    /**
     * For each round that both sides have: the median log ratio of the candidate's k-th iteration to the baseline's.
     */
    private static double[] perRound(Metric baseline, Metric candidate) {
        Map<Round, ForkSamples> rounds = new HashMap<>();
        baseline.forks().forEach(fork -> rounds.put(fork.round(), fork));
        return candidate.forks().stream()
                .filter(fork -> rounds.containsKey(fork.round()))
                .mapToDouble(fork -> ForkSamples.median(IntStream.range(
                                0,
                                Math.min(fork.size(), rounds.get(fork.round()).size()))
                        .mapToDouble(k -> log(candidate.unit(), fork.iteration(k))
                                - log(baseline.unit(), rounds.get(fork.round()).iteration(k)))
                        .toArray()))
                .toArray();
    }

    private static double log(ScoreUnit unit, double score) {
        double value = Math.log(score * unit.factor());
        return unit.isRate() ? -value : value;
    }

    boolean isPaired() {
        return rounds != null;
    }

    int fewest() {
        return isPaired() ? rounds.length : Math.min(baseline.length, candidate.length);
    }

    boolean isFinite() {
        List<double[]> used = isPaired() ? List.of(rounds) : List.of(baseline, candidate);
        return used.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** @throws IllegalStateException with fewer than two forks or rounds */
    Effect effect() {
        if (fewest() < 2) {
            throw new IllegalStateException("an effect takes two forks a side");
        }
        return isPaired() ? Effect.paired(rounds).lookedAt(looks) : Effect.unpaired(baseline, candidate);
    }
}
