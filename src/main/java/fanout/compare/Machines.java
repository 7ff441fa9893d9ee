package fanout.compare;

import fanout.record.MachineKind;
import fanout.results.ForkSamples;
import fanout.results.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges each kind of machine by itself, where the forks of a comparison are of several.
 *
 * <p>Two machines disagree if their intervals have nothing in common and their verdicts are not the same. Opposite
 * verdicts are always such a case, since neither interval reaches no change. Machines that have the same true change
 * are said to disagree only if an interval misses it. What they disagree about gets no verdict over all of them.
 *
 * <p>Tested by {@code fanout.cli.SeveralMachinesTest}.
 */
final class Machines {
    private Machines() {}

    /** One verdict for each machine that both sides were measured on; none if all forks are of one machine. */
    static List<MachineVerdict> of(Metric baseline, Metric candidate, Criteria criteria) {
        List<MachineKind> machines = Stream.of(baseline, candidate)
                .flatMap(metric -> metric.forks().stream())
                .map(ForkSamples::machine)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList();
        return machines.size() < 2
                ? List.of()
                : machines.stream()
                        .map(machine -> on(machine, baseline.on(machine), candidate.on(machine), criteria))
                        .filter(each -> Math.min(each.baselineForks(), each.candidateForks()) > 0)
                        .toList();
    }

    private static MachineVerdict on(MachineKind machine, Metric baseline, Metric candidate, Criteria criteria) {
        LogSamples samples = LogSamples.of(baseline, candidate);
        boolean usable = samples.fewest() >= 2
                && Refusals.ofSamples(baseline, candidate, samples).isEmpty();
        Effect effect = usable ? samples.effect() : null;
        boolean judged = usable
                && Refusals.ofForks(samples).isEmpty()
                && Refusals.ofScatter(baseline, effect).isEmpty();
        return new MachineVerdict(
                machine,
                baseline.forks().size(),
                candidate.forks().size(),
                Change.of(effect, Double.NaN, criteria),
                judged ? Verdict.of(effect, effect.p(), criteria) : Verdict.INCONCLUSIVE,
                judged);
    }

    /** What they say, if two of them disagree. */
    static Optional<String> disagreement(List<MachineVerdict> machines, Quantity quantity) {
        return anyApart(machines, false)
                ? Optional.of("the machines disagree: "
                        + judged(machines).map(each -> each.seen(quantity)).collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    /** A warning, if none disagree and yet the change of one is larger than that of another. */
    static Optional<String> sizes(List<MachineVerdict> machines) {
        return anyApart(machines, true) && !anyApart(machines, false)
                ? Optional.of("how large the change is depends on the machine: "
                        + judged(machines).map(MachineVerdict::seen).collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private static boolean anyApart(List<MachineVerdict> machines, boolean sameVerdict) {
        return machines.stream()
                .anyMatch(one -> machines.stream()
                        .anyMatch(two -> one.isApartFrom(two) && sameVerdict == (one.verdict() == two.verdict())));
    }

    private static Stream<MachineVerdict> judged(List<MachineVerdict> machines) {
        return machines.stream().filter(MachineVerdict::judged);
    }
}
