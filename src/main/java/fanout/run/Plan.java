package fanout.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What is measured, and in which order. A pure function of its parts: the same plan always has the same heats.
 *
 * @param order how the forks follow each other
 * @param rounds forks of each arm, 1 or more
 * @param alive how many forks may be alive at once; a cell's JVMs are never parted, even if they are more
 * @param seed of all shuffling
 * @param jvms the first is the baseline
 * @param cells what is measured on each of them
 */
public record Plan(Order order, int rounds, int alive, long seed, List<TestedJvm> jvms, List<Cell> cells) {
    public Plan {
        jvms = List.copyOf(jvms);
        cells = cells.stream().sorted().toList();
    }

    /** All arms that can be measured: cell by cell, on the JVMs in their order. */
    public List<Arm> arms() {
        return pairs().filter(Arm::isPossible).toList();
    }

    /** Those whose JVM is too old for their benchmark. */
    public List<Arm> leftOut() {
        return pairs().filter(arm -> !arm.isPossible()).toList();
    }

    private Stream<Arm> pairs() {
        return cells.stream().flatMap(cell -> jvms.stream().map(jvm -> new Arm(jvm, cell)));
    }

    /** The whole run, heat after heat. */
    public List<Heat> heats() {
        if (order == Order.JMH) {
            return jvms.stream().flatMap(this::asJmhDoes).toList();
        }
        List<Heat> heats = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Random random = random(round);
            List<List<Arm>> groups = order == Order.TURNS ? groups() : singles();
            Collections.shuffle(groups, random);
            for (List<Arm> group : groups) {
                List<Arm> arms = new ArrayList<>(group);
                Collections.shuffle(arms, random);
                heats.add(new Heat(round, arms));
            }
        }
        return heats;
    }

    /** The source of what is shuffled within a round: mixed, since seeds that are neighbours shuffle a few things alike. */
    Random random(int round) {
        return new Random(new SplittableRandom(seed)
                .longs(round)
                .skip(round - 1L)
                .findFirst()
                .orElseThrow());
    }

    private Stream<Heat> asJmhDoes(TestedJvm jvm) {
        return arms().stream()
                .filter(arm -> arm.jvm().equals(jvm))
                .flatMap(arm -> Stream.iterate(1, round -> round <= rounds, round -> round + 1)
                        .map(round -> new Heat(round, List.of(arm))));
    }

    private List<List<Arm>> singles() {
        return new ArrayList<>(arms().stream().map(List::of).toList());
    }

    /** As many cells together as may be alive, evenly spread. */
    private List<List<Arm>> groups() {
        List<Arm> arms = arms();
        List<List<Arm>> byCell = cells.stream()
                .map(cell ->
                        arms.stream().filter(arm -> arm.cell().equals(cell)).toList())
                .filter(group -> !group.isEmpty())
                .toList();
        int atOnce = Math.max(1, alive / jvms.size());
        int count = (byCell.size() + atOnce - 1) / atOnce;
        List<List<Arm>> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            int from = group * byCell.size() / count;
            int to = (group + 1) * byCell.size() / count;
            groups.add(byCell.subList(from, to).stream().flatMap(List::stream).toList());
        }
        return groups;
    }
}
