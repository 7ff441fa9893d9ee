package fanout.run;

import fanout.selection.Scenario;
import fanout.selection.SkippedBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is measured, and in which order. The groups are a pure function of the components: equal plans have equal
 * groups.
 *
 * @param order how the forks follow each other
 * @param rounds forks of each arm, 1 or more
 * @param alive how many forks may be alive at once; those of one scenario are always together, even if they are more
 * @param seed of all shuffling
 * @param setups the first is the baseline
 * @param scenarios what is measured with each of them
 */
public record RunPlan(
        ForkOrder order, int rounds, int alive, long seed, List<ArmSetup> setups, List<Scenario> scenarios) {
    public RunPlan {
        setups = List.copyOf(setups);
        scenarios = scenarios.stream().sorted().toList();
    }

    /** The plan that these settings ask for. */
    public static RunPlan of(RunSettings settings, List<ArmSetup> setups, List<Scenario> scenarios) {
        return new RunPlan(settings.order(), settings.rounds(), settings.alive(), settings.seed(), setups, scenarios);
    }

    /** All arms that can be measured: scenario by scenario, with the setups in their order. */
    public List<Arm> arms() {
        return pairs().filter(arm -> arm.skipped().isEmpty()).toList();
    }

    /** The arms whose JVM is too old for their benchmark, or whose class path lacks it. */
    public List<SkippedBenchmark> skipped() {
        return pairs().flatMap(arm -> arm.skipped().stream()).toList();
    }

    private Stream<Arm> pairs() {
        return scenarios.stream().flatMap(scenario -> setups.stream().map(setup -> new Arm(setup, scenario)));
    }

    /** The groups of the whole run, in their order. */
    public List<ForkGroup> forkGroups() {
        if (order == ForkOrder.JMH) {
            return setups.stream().flatMap(this::asJmhDoes).toList();
        }
        return IntStream.rangeClosed(1, rounds)
                .boxed()
                .flatMap(round -> forkGroups(round, arms()).stream())
                .toList();
    }

    /** The groups of one round that has these arms, in their order. */
    List<ForkGroup> forkGroups(int round, Collection<Arm> arms) {
        List<List<Arm>> groups = order == ForkOrder.TURNS ? groups() : singles();
        groups.forEach(group -> group.removeIf(arm -> !arms.contains(arm)));
        groups.removeIf(List::isEmpty);
        Collections.shuffle(groups, random(round));
        return groups.stream()
                .map(group -> new ForkGroup(round, TurnOrder.ofStarts(group, randomOfAllRounds(), round)))
                .toList();
    }

    /** The random numbers of a round. The seed is mixed, since neighbouring seeds shuffle short lists alike. */
    Random random(int round) {
        return new Random(new SplittableRandom(seed)
                .longs(round)
                .skip(round - 1L)
                .findFirst()
                .orElseThrow());
    }

    private Random randomOfAllRounds() {
        return new Random(new SplittableRandom(seed).split().nextLong());
    }

    private Stream<ForkGroup> asJmhDoes(ArmSetup setup) {
        return arms().stream()
                .filter(arm -> arm.setup().equals(setup))
                .flatMap(arm -> Stream.iterate(1, round -> round <= rounds, round -> round + 1)
                        .map(round -> new ForkGroup(round, List.of(arm))));
    }

    private List<List<Arm>> singles() {
        return arms().stream()
                .map(arm -> (List<Arm>) new ArrayList<>(List.of(arm)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Groups of as many scenarios as may be alive together, in nearly equal numbers. */
    private List<List<Arm>> groups() {
        List<Arm> arms = arms();
        List<List<Arm>> byScenario = scenarios.stream()
                .map(scenario -> arms.stream()
                        .filter(arm -> arm.scenario().equals(scenario))
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
        int atOnce = Math.max(1, alive / setups.size());
        int count = (byScenario.size() + atOnce - 1) / atOnce;
        List<List<Arm>> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            int from = group * byScenario.size() / count;
            int to = (group + 1) * byScenario.size() / count;
            groups.add(byScenario.subList(from, to).stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        return groups;
    }
}
