package fanout.results;

import fanout.record.MachineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One metric of one benchmark.
 *
 * @param name {@code ""} for the primary one, else JMH's label, without the middle dot that old versions put before it
 * @param unit the unit of the scores
 * @param score JMH's own score, NaN if it has none
 * @param forks the samples of each fork; empty where the file has no raw data
 */
public record Metric(String name, ScoreUnit unit, double score, List<ForkSamples> forks) {
    public Metric {
        forks = List.copyOf(forks);
    }

    /** The same samples, but measured in this round. */
    Metric inRound(Round round) {
        return each(fork -> fork.in(round));
    }

    /** The same samples, but of this machine. */
    Metric measuredOn(MachineKind machine) {
        return each(fork -> fork.on(machine));
    }

    private Metric each(UnaryOperator<ForkSamples> change) {
        return new Metric(name, unit, score, forks.stream().map(change).toList());
    }

    /** The forks of one machine alone. */
    public Metric on(MachineKind machine) {
        Predicate<ForkSamples> there = fork -> Objects.equals(fork.machine(), machine);
        return new Metric(name, unit, score, forks.stream().filter(there).toList());
    }

    /** The indices of the forks that are no copies of earlier ones. */
    int[] firsts() {
        return IntStream.range(0, forks.size())
                .filter(fork -> forks.subList(0, fork).stream().noneMatch(forks.get(fork)::isCopyOf))
                .toArray();
    }

    /** The same metric with these forks alone. */
    Metric only(int... kept) {
        return new Metric(
                name, unit, score, IntStream.of(kept).mapToObj(forks::get).toList());
    }

    /** The forks of both. JMH has no score of all of them, so there is none. */
    Metric with(Metric other) {
        if (!unit.dimension().equals(other.unit.dimension())) {
            throw new IllegalArgumentException("has one metric in different units: " + unit + " and " + other.unit);
        }
        List<ForkSamples> all = new ArrayList<>(forks);
        other.forks.forEach(fork -> all.add(fork.scaled(other.unit.factor() / unit.factor())));
        return new Metric(name, unit, Double.NaN, all);
    }
}
