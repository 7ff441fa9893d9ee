package fanout.study;

import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.IterationRecord;
import fanout.record.Manifest;
import fanout.record.RunFolderReader;
import fanout.results.ForkSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much slower the iterations of one fork are right after another fork's turn than right after its own. The order of
 * the turns is drawn anew in each cycle, so that a fork now and then has two turns in succession.
 *
 * @param run the name of the run's folder
 * @param benchmark with its parameters
 * @param afterOwn how many measured iterations followed a turn of the same fork
 * @param afterOther how many followed another's
 * @param change of the median score, relative; +0.05 is 5 % slower after another fork's turn
 */
record TurnCost(String run, String benchmark, int afterOwn, int afterOther, double change) {
    private static final int FEWEST = 2;

    private record OwnedTurn(int fork, IterationRecord iteration) {}

    /** Of all forks of the runs {@code turns-*} in a folder that have enough iterations of both kinds. */
    static List<TurnCost> readAll(Path folder) throws IOException {
        List<TurnCost> costs = new ArrayList<>();
        try (Stream<Path> runs = Files.list(folder)) {
            for (Path run : runs.filter(each -> each.getFileName().toString().startsWith("turns-"))
                    .sorted()
                    .toList()) {
                costs.addAll(read(run));
            }
        }
        return costs;
    }

    private static List<TurnCost> read(Path run) throws IOException {
        RunFolderReader folder = RunFolderReader.of(run);
        List<ForkRecord> forks = Manifest.read(folder.manifest()).forks();
        List<OwnedTurn> turns = new ArrayList<>();
        for (int fork = 0; fork < forks.size(); fork++) {
            String file = FileNames.withExtension(forks.get(fork).file(), FileNames.ITERATIONS);
            for (IterationRecord iteration : IterationRecord.read(folder.bytes(file))) {
                turns.add(new OwnedTurn(fork, iteration));
            }
        }
        turns.sort(Comparator.comparing(turn -> turn.iteration().start()));
        List<TurnCost> costs = new ArrayList<>();
        for (int fork = 0; fork < forks.size(); fork++) {
            double[] own = scores(turns, fork, true);
            double[] other = scores(turns, fork, false);
            if (own.length >= FEWEST && other.length >= FEWEST) {
                double change = ForkSamples.median(other) / ForkSamples.median(own) - 1;
                costs.add(new TurnCost(folder.name(), name(forks.get(fork)), own.length, other.length, change));
            }
        }
        return costs;
    }

    private static double[] scores(List<OwnedTurn> turns, int fork, boolean afterOwn) {
        List<Double> scores = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++) {
            OwnedTurn turn = turns.get(i);
            boolean own = turns.get(i - 1).fork() == fork;
            if (turn.fork() == fork && !turn.iteration().warmup() && own == afterOwn) {
                scores.add(turn.iteration().score());
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String name(ForkRecord fork) {
        String[] parts = fork.benchmark().split("\\.");
        String params = fork.params().isEmpty() ? "" : " " + fork.params();
        return parts[parts.length - 2] + "." + parts[parts.length - 1] + params;
    }
}
