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
 * What both sides measured of one metric, reduced to logarithms that grow with time: one a fork, or one a round.
 *
 * <p>Tested by {@code fanout.cli.PairingTest}.
 *
 * @param baseline one number a fork
 * @param candidate one number a fork
 * @param rounds one difference a round that both sides have, or null if the forks did not take turns with each other
 * @param roundsBegun how many rounds at least one side has
 */
record Evidence(double[] baseline, double[] candidate, double[] rounds, int roundsBegun) {
    static final int FEWEST_FORKS = 3;

    static Evidence of(Metric baseline, Metric candidate) {
        boolean turns = tookTurns(baseline, candidate);
        long begun = Stream.of(baseline, candidate)
                .flatMap(metric -> metric.forks().stream())
                .map(ForkSamples::round)
                .distinct()
                .count();
        double[] rounds = turns ? perRound(baseline, candidate) : null;
        return new Evidence(perFork(baseline), perFork(candidate), rounds, turns ? (int) begun : 0);
    }

    /**
     * Never chosen by the data: a fork has a round if its manifest says that the forks took turns. Forks of two runs, each
     * of which took turns, did not take them with each other.
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

    /** The forks of one side that a verdict rests on: where the forks took turns, those of complete rounds, if any is. */
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

    static double[] perFork(Metric metric) {
        return metric.forks().stream()
                .mapToDouble(fork -> log(metric.unit(), fork.median()))
                .toArray();
    }

    /** The median over a round's iterations of the log ratio of the k-th to the k-th; rounds that one side lacks are left out. */
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
        return isPaired() ? Effects.paired(rounds) : Effects.unpaired(baseline, candidate);
    }
}
