package fanout.compare;

import fanout.compare.Estimate.Side;
import fanout.record.MachineKind;
import fanout.results.FanoutNames;
import fanout.results.ForkSamples;
import fanout.results.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What makes results doubtful. A warning never changes or drops data.
 *
 * <p>Tested by {@code fanout.compare.ModesWarningTest} and {@code fanout.cli.CompareWarningsTest}.
 */
final class Warnings {
    private static final int FEWEST_ITERATIONS = 4;

    /**
     * With fewer forks on each side it can happen that all forks of one side are in one mode and all of the other side
     * in the other mode, which looks like a clear change. If 30 % of forks are in the slow mode, this happens in 1.9 %
     * of comparisons of 3 with 3 forks, 0.4 % of 4 with 4, 0.1 % of 5 with 5.
     */
    private static final int FEWEST_TO_SEE_CHANCE = 5;

    private Warnings() {}

    /** On a whole comparison. Each round is of one machine at one time, so that machines don't differ within it. */
    static List<String> ofAll(List<Estimate> scores) {
        Map<Boolean, List<Estimate>> byPairing = scores.stream()
                .collect(Collectors.partitioningBy(estimate ->
                        estimate.samples() != null && estimate.samples().isPaired()));
        List<Estimate> unpaired = byPairing.get(false);
        List<String> warnings = new ArrayList<>();
        Set<String> hosts = severalHosts(unpaired);
        if (!hosts.isEmpty()) {
            warnings.add("the results are of different hosts: " + String.join(", ", hosts));
        }
        Set<String> hostsOfRounds = severalHosts(byPairing.get(true));
        if (!hostsOfRounds.isEmpty()) {
            warnings.add("the rounds are of " + hostsOfRounds.size() + " machines (" + String.join(", ", hostsOfRounds)
                    + "): the intervals speak of these, not of machines in general");
        }
        long disagreed = scores.stream()
                .filter(each ->
                        Machines.disagreement(each.machines(), Quantity.TIME).isPresent())
                .count();
        if (disagreed > 0) {
            warnings.add("the machines disagree about " + disagreed + " of " + scores.size() + " scores, which "
                    + (disagreed == 1 ? "has" : "have") + " no verdict");
        }
        if (unpaired.stream().anyMatch(estimate -> estimate.effect() != null)) {
            warnings.add("not measured in turns: if the machine's speed drifted from one side to the other, that is in"
                    + " the change, and no interval shows it");
        }
        return warnings;
    }

    /** All hosts of those that have more than one. */
    private static Set<String> severalHosts(List<Estimate> estimates) {
        return estimates.stream()
                .map(Warnings::hosts)
                .filter(both -> both.size() > 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Machines by their names, or, where different ones have one name, by their kinds. */
    private static SortedSet<String> hosts(Estimate estimate) {
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> kinds = new TreeSet<>();
        Stream.of(estimate.contrast().baseline(), estimate.contrast().candidate())
                .flatMap(side -> side.machines().stream())
                .forEach(machine -> {
                    names.add(machine.name());
                    kinds.add(MachineKind.of(machine).toString());
                });
        return kinds.size() > names.size() ? kinds : names;
    }

    /** On one metric of one benchmark. */
    static List<String> ofPair(Side baseline, Side candidate, LogSamples samples, Criteria criteria) {
        List<String> warnings = new ArrayList<>();
        side("baseline", baseline, criteria, warnings);
        side("candidate", candidate, criteria, warnings);
        Outliers.find(samples, criteria, warnings);
        int begun = samples.roundsBegun();
        if (samples.isPaired() && samples.rounds().length < begun) {
            warnings.add((begun - samples.rounds().length) + " of " + begun + " rounds are not complete, and left out");
        }
        twoModes(samples, criteria, warnings);
        if (baseline.metric().name().isEmpty()) {
            Copies.between(baseline.metric(), candidate.metric()).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static void side(String name, Side side, Criteria criteria, List<String> warnings) {
        Metric metric = side.metric();
        int asked = side.measured().forksAsked();
        if (metric.name().isEmpty() && metric.forks().size() < asked) {
            int missing = asked - metric.forks().size();
            warnings.add(missing + " of " + asked + " forks of the " + name + " are missing");
        }
        double[] drops = drops(metric);
        // Each fork meets the same delays: if they are longer at first, all forks look as if they warmed up.
        if (isWarmingUp(drops, criteria)
                && !FanoutNames.hasSpread(side.measured().key())) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the %s was still warming up: the second half of its iterations is %.1f %% faster than the first",
                    name,
                    -100 * Math.expm1(-Mean.of(drops).getAsDouble())));
        }
    }

    /** Whether the drops from first to second half are seen over all forks, and are not negligible. */
    private static boolean isWarmingUp(double[] drops, Criteria criteria) {
        if (drops.length < Criteria.FEWEST_FORKS || !Arrays.stream(drops).allMatch(Double::isFinite)) {
            return false;
        }
        Effect drop = Effect.paired(drops);
        return drop.p() < criteria.alpha() && drop.difference() > criteria.logThreshold() / 3;
    }

    /** For each fork by how much time drops from the first to the second half of its iterations, as a logarithm. */
    private static double[] drops(Metric metric) {
        return metric.forks().stream()
                .filter(fork -> fork.size() >= FEWEST_ITERATIONS)
                .mapToDouble(fork -> drop(metric, fork.iterations()))
                .toArray();
    }

    private static double drop(Metric metric, double[] iterations) {
        int half = iterations.length / 2;
        double first = ForkSamples.median(Arrays.copyOf(iterations, half));
        double second = ForkSamples.median(Arrays.copyOfRange(iterations, iterations.length - half, iterations.length));
        double drop = Math.log(first / second);
        return metric.unit().isRate() ? -drop : drop;
    }

    /** Forks in two modes: there the validation study finds that the rule errs more often than it promises. */
    private static void twoModes(LogSamples samples, Criteria criteria, List<String> warnings) {
        if (samples.isPaired()) {
            twoModes("the rounds", samples.rounds(), criteria, warnings);
        } else {
            twoModes("the forks of the baseline", samples.baseline(), criteria, warnings);
            twoModes("the forks of the candidate", samples.candidate(), criteria, warnings);
        }
        if (isChangeOfFew(samples, criteria)) {
            warnings.add("the change rests on " + samples.fewest() + (samples.isPaired() ? " rounds" : " forks a side")
                    + ": too few to see whether forks have two modes, which would make it chance more often"
                    + " than p says");
        }
    }

    private static void twoModes(String what, double[] logs, Criteria criteria, List<String> warnings) {
        TwoModes.of(logs, criteria)
                .ifPresent(modes -> warnings.add(String.format(
                        Locale.ROOT,
                        "%s fall into two groups, %d fast and %d slow, %.1f %% apart: the mean of both describes"
                                + " neither",
                        what,
                        modes.lower(),
                        modes.upper(),
                        100 * Math.expm1(modes.apart()))));
    }

    private static boolean isChangeOfFew(LogSamples samples, Criteria criteria) {
        int fewest = samples.fewest();
        return fewest >= Criteria.FEWEST_FORKS
                && fewest < FEWEST_TO_SEE_CHANCE
                && samples.isFinite()
                && !samples.effect().hasNoScatter()
                && Verdict.of(samples.effect(), samples.effect().p(), criteria).isChange();
    }
}
