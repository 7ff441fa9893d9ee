package fanout.study;

import fanout.benchmark.Slowdown;
import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import fanout.record.Manifest;
import fanout.record.RunFolderReader;
import fanout.results.ForkDetails;
import fanout.results.RunDetails;
import fanout.results.RunFolderResults;
import fanout.results.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A real run whose arms differ by known slow-downs: its first arm is the baseline, and another one its twin.
 *
 * @param order how the forks followed each other
 * @param forkSeconds how long a fork had the machine for itself, with its start: the mean
 * @param arms the rounds of each arm, by label: the scores of each fork
 * @param slowdowns that of each arm
 */
record PowerData(
        String order,
        double forkSeconds,
        SortedMap<String, SortedMap<Integer, double[]>> arms,
        SortedMap<String, Double> slowdowns) {
    private static final double START_SECONDS = 2;

    static PowerData read(Path folder) throws IOException, UnreadableResultsException {
        RunFolderResults results = RunFolderResults.open(RunFolderReader.of(folder));
        RunDetails details = results.run();
        Manifest manifest = details.record();
        SortedMap<String, Double> slowdowns = new TreeMap<>();
        manifest.jvms()
                .forEach(jvm -> slowdowns.put(
                        jvm.label(), Slowdown.of(jvm.arm().options()).part()));
        SortedMap<String, SortedMap<Integer, double[]>> arms = new TreeMap<>();
        for (ForkDetails fork : details.forks()) {
            ForkRecord record = fork.entry();
            double[] scores = fork.measured().get(0).primary().forks().get(0).iterations();
            arms.computeIfAbsent(record.label(), label -> new TreeMap<>()).put(record.round(), scores);
        }
        double seconds = details.forks().stream()
                .mapToDouble(fork -> START_SECONDS
                        + fork.iterations().stream()
                                .mapToDouble(IterationRecord::seconds)
                                .sum())
                .average()
                .orElseThrow();
        return new PowerData(manifest.order(), seconds, arms, slowdowns);
    }

    /** How many rounds of two arms fit in this time. */
    int rounds(double seconds) {
        return (int) (seconds / (2 * forkSeconds));
    }

    /**
     * All runs of so many rounds that follow each other, of an arm without a slow-down against each other arm with this
     * one. They overlap, so they tell less than as many runs of their own would.
     */
    List<VirtualRun> runs(double slowdown, int rounds) {
        List<VirtualRun> runs = new ArrayList<>();
        List<String> plain = slowdowns.keySet().stream()
                .filter(label -> slowdowns.get(label) == 0)
                .toList();
        for (String baseline : plain) {
            for (String candidate : slowdowns.keySet()) {
                boolean twins = slowdown == 0 && baseline.compareTo(candidate) >= 0;
                if (slowdowns.get(candidate) == slowdown && !baseline.equals(candidate) && !twins) {
                    runs.addAll(runs(baseline, candidate, slowdown, rounds));
                }
            }
        }
        return runs;
    }

    private List<VirtualRun> runs(String baseline, String candidate, double truth, int rounds) {
        List<Integer> common = arms.get(baseline).keySet().stream()
                .filter(arms.get(candidate)::containsKey)
                .toList();
        List<VirtualRun> runs = new ArrayList<>();
        for (int from = 0; from + rounds <= common.size(); from++) {
            List<Integer> some = common.subList(from, from + rounds);
            runs.add(new VirtualRun(
                    new SimulatedPair(scores(baseline, some), scores(candidate, some), order.equals("turns")), truth));
        }
        return runs;
    }

    private double[][] scores(String label, List<Integer> rounds) {
        return rounds.stream().map(arms.get(label)::get).toArray(double[][]::new);
    }
}
